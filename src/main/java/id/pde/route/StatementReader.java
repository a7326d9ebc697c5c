package id.pde.route;

import id.pde.model.Text;
import id.pde.run.pull.Bounds;
import id.pde.run.pull.PullStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks the statement that a {@code jdbc:} step asks. */
final class StatementReader {

  private final Faults faults;
  private final Inventory inventory;

  StatementReader(Faults faults, Inventory inventory) {
    this.faults = faults;
    this.inventory = inventory;
  }

  /** Whether a step to an address leaves the body as it was. */
  static boolean keepsBody(Piece to) {
    Piece uri = to instanceof Piece.Block block ? block.get("uri") : to;
    return uri instanceof Piece.Scalar text
        && text.text().startsWith("pde:" + PdeEndpoint.WATERMARK);
  }

  /**
   * Adds what is wrong.
   *
   * @param statement as the route wrote it; null: the body is something else
   */
  void check(Address address, Piece.@Nullable Scalar statement) {
    if (statement == null) {
      faults.add(
          address.place(),
          "route.jdbc-statement",
          new Text(
              "jdbc: menjalankan isi pesan sebagai SQL; isi itu harus ditulis di rute",
              "jdbc: runs the body as SQL; that body must be written in the route"),
          new Text(
              "tulis setBody dengan constant tepat sebelum langkah ini",
              "write setBody with a constant right before this step"));
      return;
    }
    PullStatement.Reading reading = PullStatement.read(statement.text());
    Text fault = reading.fault();
    if (fault != null) {
      faults.add(
          statement.place(),
          "route.jdbc-reads",
          fault,
          new Text("tulis satu SELECT", "write a single SELECT"));
    }
    List<String> names = reading.statement().names();
    if ((names.contains(Bounds.SINCE) || names.contains(Bounds.TIE)) && !inventory.isMarked()) {
      faults.add(
          statement.place(),
          "route.since",
          new Text(
              "pernyataan ini memakai :?since, tetapi batasnya tidak diambil",
              "this statement uses :?since, but no step takes that bound"),
          new Text(
              "tulis langkah to: pde:watermark/<dinas>/<data> sebelum jdbc:",
              "write a step to: pde:watermark/<agency>/<dataset> before jdbc:"));
    }
  }
}
