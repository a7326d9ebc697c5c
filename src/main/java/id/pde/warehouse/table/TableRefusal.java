package id.pde.warehouse.table;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why a table cannot take a mapping. */
final class TableRefusal {

  private static final Map<String, String> ORIGIN_TYPES =
      Map.of("_run", "bigint", "_row", "text", "_period", "text");

  private final TableShape shape;
  private final String mappingFile;

  TableRefusal(TableShape shape, String mappingFile) {
    this.shape = shape;
    this.mappingFile = mappingFile;
  }

  void check(StandingTable standing, Optional<Ownership> owner) {
    if (owner.isPresent() && !owner.get().mapping().equals(shape.mapping())) {
      throw owned(owner.get().mapping());
    }
    if (!standing.exists()) {
      return;
    }
    if (owner.isEmpty()) {
      throw foreign();
    }
    if (!owner.get().key().equals(shape.key())) {
      throw otherKey(owner.get());
    }
    ORIGIN_TYPES.forEach((name, type) -> unchanged(standing, name, type));
    owner.get().columnTypes().forEach((name, type) -> unchanged(standing, name, type));
    owner.get().columnTypes().keySet().forEach(name -> sameProtection(owner.get(), name));
    for (TableShape.Column wanted : shape.columns()) {
      StandingTable.Column found = standing.columns().get(wanted.name());
      boolean guest = shape.standing() == TableShape.Standing.GUEST;
      if (found == null && guest) {
        throw noColumn(wanted.name());
      }
      if (found != null
          && !found.type().equals(wanted.type())
          && (guest || !Widening.isLossless(found.type(), wanted.type()))) {
        throw otherType(wanted, found.type());
      }
    }
  }

  /** A column that comes and one that nobody fills any more may be the same; never guessed. */
  List<Issue> proposals(StandingTable standing, Map<String, String> given) {
    List<Issue> proposals = new ArrayList<>();
    if (shape.standing() == TableShape.Standing.GUEST || !standing.exists()) {
      return proposals;
    }
    for (TableShape.Column wanted : shape.columns()) {
      if (standing.names().contains(wanted.name())) {
        continue;
      }
      standing.columns().entrySet().stream()
          .filter(left -> given.containsKey(left.getKey()))
          .filter(left -> !shape.names().contains(left.getKey()))
          .filter(left -> left.getValue().type().equals(wanted.type()))
          .map(Map.Entry::getKey)
          .forEach(left -> proposals.add(proposal(wanted.name(), left)));
    }
    return proposals;
  }

  private Issue proposal(String comes, String left) {
    return Issue.of(
        "table.column-added",
        Severity.WARN,
        new Location.Whole("warehouse." + shape.table()),
        new Advice(
            comes + " at " + mappingFile,
            new Text(
                "Kolom %s baru, dan kolom %s tidak diisi lagi oleh pemetaan ini"
                    .formatted(comes, left),
                "The column %s is new, and the column %s is not filled by this mapping any more"
                    .formatted(comes, left)),
            new Text(
                "Bila %s hanya berganti nama: tulis was: %s pada kolom %s sebelum memuat"
                    .formatted(left, left, comes),
                "If %s only has another name: write was: %s at the column %s before loading"
                    .formatted(left, left, comes))));
  }

  /** Two columns cannot become one: whose values would stay? */
  void checkFormer(StandingTable standing) {
    shape
        .former()
        .columns()
        .forEach(
            (now, before) -> {
              if (standing.names().contains(before) && standing.names().contains(now)) {
                throw both(now, before);
              }
            });
  }

  private TargetRefused both(String now, String before) {
    return refused(
        "table.was",
        new Advice(
            now + " at " + mappingFile,
            new Text(
                "Tabel warehouse.%s mempunyai kolom %s dan kolom %s; was: tidak dapat menyatukannya"
                    .formatted(shape.table(), before, now),
                "The table warehouse.%s has the column %s and the column %s; was: cannot make them"
                        .formatted(shape.table(), before, now)
                    + " one"),
            new Text(
                "Hapus was: bila keduanya memang dua kolom; bila satu, tulis tabel baru pada"
                    + " target.table tanpa was:, lalu isi dari arsip: pde replay --since TANGGAL -m ID"
                    + " --outcome loaded",
                "Take was: out if they are two columns; if they are one, name a new table under"
                    + " target.table without was:, and fill it from the archive: pde replay --since"
                    + " DATE -m ID --outcome loaded")));
  }

  /** What PDE gave the table must still be there as it was. */
  private void unchanged(StandingTable standing, String name, String type) {
    StandingTable.Column found = standing.columns().get(name);
    if (found == null) {
      throw changed(name, "dihapus", "dropped", "ADD COLUMN " + Sql.name(name) + " " + type);
    }
    if (!found.type().equals(type)) {
      String id = "diubah menjadi " + found.type();
      String en = "changed to " + found.type();
      throw changed(name, id, en, "ALTER COLUMN " + Sql.name(name) + " TYPE " + type);
    }
  }

  /** Old rows would keep what new ones hide, or the other way round. */
  private void sameProtection(Ownership owner, String name) {
    boolean named = shape.names().contains(name) || shape.protections().containsKey(name);
    String had = owner.protections().getOrDefault(name, "none");
    String wants = shape.protections().getOrDefault(name, "none");
    if (named && !had.equals(wants)) {
      throw otherProtection(name, had, wants);
    }
  }

  private TargetRefused otherProtection(String column, String had, String wants) {
    return refused(
        "table.protect",
        new Advice(
            column + " at " + mappingFile,
            new Text(
                "Kolom %s di tabel warehouse.%s berisi nilai dengan protect: %s; pemetaan meminta %s"
                    .formatted(column, shape.table(), had, wants),
                "The column %s of the table warehouse.%s holds values with protect: %s; the mapping"
                        .formatted(column, shape.table(), had)
                    + " asks for "
                    + wants),
            new Text(
                "Tulis tabel baru pada target.table, ulangi kirimannya, lalu hapus tabel lama;"
                    + " atau kembalikan protect",
                "Name a new table under target.table, load the deliveries again, then drop the old"
                    + " table; or put protect back")));
  }

  private TargetRefused owned(String owner) {
    return refused(
        "table.owned",
        new Advice(
            "target.table at " + mappingFile,
            new Text(
                "Tabel warehouse.%s milik pemetaan %s".formatted(shape.table(), owner),
                "The table warehouse.%s belongs to the mapping %s".formatted(shape.table(), owner)),
            new Text(
                "Tulis nama tabel lain pada target.table di " + mappingFile,
                "Name another table under target.table in " + mappingFile)));
  }

  private TargetRefused foreign() {
    return refused(
        "table.foreign",
        new Advice(
            "target.table at " + mappingFile,
            new Text(
                "Tabel warehouse.%s sudah ada dan tidak dibuat oleh PDE".formatted(shape.table()),
                "The table warehouse.%s exists already and was not made by PDE"
                    .formatted(shape.table())),
            new Text(
                "Tulis nama tabel lain pada target.table, atau ganti nama tabel itu di basis data",
                "Name another table under target.table, or rename that table in the database")));
  }

  private TargetRefused otherKey(Ownership owner) {
    String had = owner.key().isEmpty() ? "-" : String.join(", ", owner.key());
    String wants = shape.key().isEmpty() ? "-" : String.join(", ", shape.key());
    return refused(
        "table.key",
        new Advice(
            "target.key at " + mappingFile,
            new Text(
                "Kunci tabel warehouse.%s adalah %s, pemetaan meminta %s"
                    .formatted(shape.table(), had, wants),
                "The key of the table warehouse.%s is %s, the mapping asks for %s"
                    .formatted(shape.table(), had, wants)),
            new Text(
                "Kembalikan target.key, atau tulis tabel baru pada target.table",
                "Put target.key back, or name a new table under target.table")));
  }

  private TargetRefused otherType(TableShape.Column wanted, String found) {
    return refused(
        "table.type",
        new Advice(
            wanted.name() + " at " + mappingFile,
            new Text(
                "Kolom %s di tabel warehouse.%s bertipe %s; %s tidak memuat semua nilainya"
                    .formatted(wanted.name(), shape.table(), found, wanted.type()),
                "The column %s of the table warehouse.%s is %s; %s does not hold all its values"
                    .formatted(wanted.name(), shape.table(), found, wanted.type())),
            new Text(
                "Kembalikan tipe kolom itu, pakai nama kolom baru, atau tabel baru",
                "Put the column's type back, use a new column name, or a new table")));
  }

  private TargetRefused noColumn(String column) {
    return refused(
        "table.column",
        new Advice(
            column + " at " + mappingFile,
            new Text(
                "Tabel warehouse.%s milik %s tidak mempunyai kolom %s"
                    .formatted(shape.table(), shape.mapping(), column),
                "The table warehouse.%s of %s has no column %s"
                    .formatted(shape.table(), shape.mapping(), column)),
            new Text(
                "Tulis kolom itu di pemetaan pemiliknya dan muat dulu, atau hapus dari pemetaan ini",
                "Write the column in the owner's mapping and load that first, or take it out here")));
  }

  private TargetRefused changed(String column, String id, String en, String remedy) {
    return refused(
        "table.changed",
        new Advice(
            column + " at " + mappingFile,
            new Text(
                "Kolom %s di tabel warehouse.%s %s dengan tangan"
                    .formatted(column, shape.table(), id),
                "The column %s of the table warehouse.%s was %s by hand"
                    .formatted(column, shape.table(), en)),
            Text.same("ALTER TABLE warehouse." + Sql.name(shape.table()) + " " + remedy)));
  }

  private TargetRefused refused(String code, Advice advice) {
    Location place = new Location.Whole("warehouse." + shape.table());
    return new TargetRefused(Issue.of(code, Severity.REFUSE, place, advice), null);
  }
}
