package id.pde.warehouse.mart;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says why the view of a table cannot be made. */
final class PresentationRefusal {

  /** SQLSTATE: other objects depend on it. */
  static final String DEPENDED_ON = "2BP01";

  private PresentationRefusal() {}

  static TargetRefused foreign(Mapping mapping) {
    String view = "mart." + mapping.target().table();
    return refused(
        "mart.foreign",
        mapping,
        new Text(
            view + " sudah ada dan tidak dibuat oleh PDE",
            view + " exists already and was not made by PDE"),
        new Text(
            "Ganti nama " + view + " di basis data, lalu ulangi",
            "Rename " + view + " in the database, then repeat"),
        null);
  }

  static TargetRefused dependedOn(Mapping mapping, SQLException failure) {
    String view = "mart." + mapping.target().table();
    return refused(
        "mart.depended-on",
        mapping,
        new Text(
            "Kolom " + view + " berubah, tetapi ada view lain yang bergantung padanya",
            "The columns of " + view + " change, but other views depend on it"),
        new Text(
            "Hapus view itu (lihat \\d+ di psql), ulangi, lalu buat lagi",
            "Drop those views (see \\d+ in psql), repeat, then make them again"),
        failure);
  }

  private static TargetRefused refused(
      String code, Mapping mapping, Text message, Text fix, @Nullable Throwable cause) {
    Location place = new Location.Whole("mart." + mapping.target().table());
    Advice advice = new Advice("target.table at " + mapping.text().file(), message, fix);
    return new TargetRefused(Issue.of(code, Severity.REFUSE, place, advice), cause);
  }
}
