package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Text;
import id.pde.run.GridSource.Sheet;
import id.pde.run.GridSource.Title;
import id.pde.run.GridSource.Visibility;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which sheet of a workbook the words mean. */
final class SheetChoice {

  private SheetChoice() {}

  /** Its index, from 0. */
  static int of(List<Title> sheets, @Nullable String name) {
    for (int index = 0; index < sheets.size(); index++) {
      Title sheet = sheets.get(index);
      boolean wanted =
          name == null
              ? sheet.visibility() == Visibility.VISIBLE
              : sheet.name().equalsIgnoreCase(name);
      if (wanted) {
        return index;
      }
    }
    String found =
        sheets.stream()
            .map(sheet -> Printable.name(sheet.name()))
            .collect(Collectors.joining(", "));
    throw new NotFound(
        name == null
            ? new Text(
                "Tidak ada lembar yang tampak. Lembar yang ada: " + found,
                "No sheet is visible. The sheets there are: " + found)
            : new Text(
                "Lembar \"" + name + "\" tidak ada. Lembar yang ada: " + found,
                "There is no sheet \"" + name + "\". The sheets there are: " + found));
  }

  static void write(JsonGenerator json, List<Sheet> sheets) throws IOException {
    json.writeStartArray();
    for (Sheet sheet : sheets) {
      json.writeStartObject();
      json.writeNumberField("index", sheet.index());
      json.writeStringField("name", sheet.name());
      json.writeStringField(
          "visibility", sheet.visibility().name().toLowerCase(Locale.ROOT).replace("_", ""));
      json.writeNumberField("rows", sheet.rows());
      json.writeNumberField("columns", sheet.columns());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
