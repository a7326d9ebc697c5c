package id.pde.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who read personal values, and what left the house; never a value. */
public interface Audit {

  /** The action of a backup, which takes everything. */
  String BACKUP = "backup";

  /** Keeps a reading that is over or about to be done. */
  void note(String action, List<String> relations, List<String> columns, String form, long rows);

  /** When the newest backup was done; null: never. */
  @Nullable Instant lastBackup();

  /** The newest first. */
  List<Access> newest(int limit);

  /**
   * A reading.
   *
   * @param who the user of the operating system
   * @param login of the database
   * @param rows null: it did not come to its end
   */
  record Access(
      Instant begun,
      String who,
      String login,
      String action,
      List<String> relations,
      List<String> columns,
      String form,
      @Nullable Long rows) {
    public Access {
      relations = List.copyOf(relations);
      columns = List.copyOf(columns);
    }
  }
}
