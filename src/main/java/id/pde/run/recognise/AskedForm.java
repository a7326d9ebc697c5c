package id.pde.run.recognise;

import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.HeaderSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mapping says of the form of its files, in its own words: {@code delimiter: ";"}. */
final class AskedForm {

  private AskedForm() {}

  /** The keys of the source block that a file with the same headings may not meet; "": none. */
  static String of(SourceSpec source) {
    List<String> asked = new ArrayList<>();
    if (source.format() != Format.AUTO) {
      asked.add("format: " + source.format().name().toLowerCase(Locale.ROOT));
    }
    source
        .text()
        .delimiter()
        .ifPresent(sign -> asked.add("delimiter: " + (sign == '\t' ? "tab" : "\"" + sign + '"')));
    if (source.sheet() instanceof SheetChoice.Named named) {
      asked.add("sheet: " + String.join(", ", named.names()));
    } else if (source.sheet() instanceof SheetChoice.Matching matching) {
      asked.add("sheet: /" + matching.pattern() + "/");
    }
    if (source.table().header() instanceof HeaderSpec.AtRow at) {
      asked.add("header: {row: " + at.row() + "}");
    }
    return String.join("; ", asked);
  }
}
