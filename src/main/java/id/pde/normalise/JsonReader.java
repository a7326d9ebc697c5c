package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** JSON documents, as they are written; PostgreSQL puts them into its own form. */
final class JsonReader implements ColumnReader {

  private static final Text NAME = new Text("JSON", "JSON");

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (Tidy.text(raw).isEmpty()) {
      return null;
    }
    JsonSyntax.Finding found = JsonSyntax.check(raw);
    return switch (found.fault()) {
      case NONE -> raw;
      case SYNTAX -> findings.invalid(invalid(found.position()));
      case DEPTH ->
          findings.invalid(
              fault("depth", "lebih dari 100 tingkat dalamnya", "is more than 100 levels deep"));
      case NUL ->
          findings.invalid(
              fault(
                  "nul",
                  "berisi tanda kosong U+0000, yang tidak dapat disimpan",
                  "holds the sign U+0000, which cannot be stored"));
      case HALF ->
          findings.invalid(
              fault(
                  "undecodable",
                  "berisi separuh tanda yang tidak dapat dibaca",
                  "holds half a sign that cannot be read"));
      case TWICE ->
          findings.invalid(
              fault(
                  "twice",
                  "memuat nama yang sama dua kali dalam satu objek",
                  "holds the same name twice in one object"));
      case NUMBER ->
          findings.invalid(
              fault(
                  "number",
                  "memuat angka yang terlalu besar untuk disimpan",
                  "holds a number too large to be stored"));
    };
  }

  private static Fault invalid(int position) {
    return new Fault(
        "json.invalid",
        new Text(
            "bukan JSON: salah di tanda ke-" + position,
            "is not JSON: wrong at character " + position),
        NumberFaults.CORRECT);
  }

  private static Fault fault(String code, String indonesian, String english) {
    return new Fault("json." + code, new Text(indonesian, english), NumberFaults.CORRECT);
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return cell.exact();
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("json.invalid", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return cell.text();
  }
}
