package id.pde.warehouse.question;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.warehouse.table.Sql;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table or view that may be exported. */
public record ExportedRelation(String schema, String name) {

  private static final Pattern FORM =
      Pattern.compile("(?:(warehouse|mart|history)\\.)?([a-z_][a-z0-9_]{0,62})");

  /** What a name means: without a schema the view for analysts. */
  public static Optional<ExportedRelation> of(String written) {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    String schema = form.group(1) == null ? "mart" : form.group(1);
    return Optional.of(new ExportedRelation(schema, form.group(2)));
  }

  /** As people write it. */
  public String shown() {
    return schema + "." + name;
  }

  public String select() {
    return "SELECT * FROM " + schema + "." + Sql.name(name);
  }

  /** Says that there is none. */
  public static Issue unknown(String written) {
    return QuestionFaults.issue(
        "export.unknown",
        new Text(
            "Tidak ada tabel atau view bernama \"" + written + "\" di mart, warehouse atau history",
            "There is no table or view named \"" + written + "\" in mart, warehouse or history"),
        new Text(
            "Daftarnya: pde sql \"SELECT schemaname, viewname FROM pg_views WHERE schemaname = 'mart'\"",
            "The list: pde sql \"SELECT schemaname, viewname FROM pg_views WHERE schemaname = 'mart'\""));
  }
}
