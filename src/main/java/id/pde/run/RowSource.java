package id.pde.run;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import java.util.List;

/**
 * Reads a delivery as the mapping's {@code source} block says. The same delivery always gives the
 * same rows.
 */
public interface RowSource {

  /**
   * Visits every row of the delivery in reading order, from one thread, with bounded memory.
   *
   * @throws SourceUnreadable where the delivery as a whole cannot be read: nothing of it may be
   *     loaded
   * @throws LimitExceeded where a limit protects the machine
   */
  void read(Delivery delivery, Mapping mapping, RowVisitor visitor);

  /** Takes what the reader sees. Blank, header and numbering rows are not shown. */
  interface RowVisitor {

    /**
     * The delivery has the layout of this variant of the mapping; told before its first table, and
     * only where there are several.
     */
    default void layout(Mapping variant) {}

    /**
     * A table begins; its rows follow. Never called twice without rows of its own in between being
     * complete.
     */
    void table(Header header);

    /** A row that the reader vouches for. */
    void row(Row row);

    /**
     * A row that the reader could not take apart: too many fields, undecodable bytes. Counts as
     * read.
     */
    void rejected(Row row, List<Issue> issues);

    /** A row that the layout drops for a reason that the ledger keeps. Counts as read. */
    void filtered(Row row, FilterReason reason);

    /**
     * Something about the delivery rather than a row: a hidden sheet passed over, a charset
     * decided.
     */
    void note(Issue issue);

    /**
     * A record about the file, which is no row: the first or last one, see {@code source.kinds}.
     *
     * @param fields as they stand there
     */
    default void frame(Frame which, Location place, List<String> fields) {}

    /** How much of the delivery was read, 0 to 1; called now and then by readers that can tell. */
    default void share(double done) {}
  }
}
