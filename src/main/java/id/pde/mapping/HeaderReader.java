package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.TableForm.Fill;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code header} and {@code fields} of a source. */
final class HeaderReader {

  private static final Text FIX =
      new Text("tulis auto, none, atau {row: 4}", "write auto, none, or {row: 4}");

  static final Choice<Fill> FILLS = Choice.of(Map.of("merged", Fill.MERGED, "right", Fill.RIGHT));

  private final Block source;

  HeaderReader(Block source) {
    this.source = source;
  }

  HeaderSpec read() {
    if (!source.has("header")) {
      // Headings are written out only where the file has none.
      return source.has("fields") ? none() : new HeaderSpec.Auto();
    }
    if (source.node("header") instanceof Entries) {
      refuseFields();
      Block header = source.block("header", Level.HEADER);
      int row = (int) header.whole("row", 1, 1);
      int depth = (int) header.whole("depth", 1, 0);
      Fill fill = header.choice("fill", FILLS, Fill.MERGED);
      return header.has("row")
          ? new HeaderSpec.AtRow(row, depth, fill)
          : new HeaderSpec.Auto(depth, fill);
    }
    Scalar written = source.scalar("header");
    if (written != null && written.text().equals("none")) {
      return none();
    }
    refuseFields();
    if (written != null && !written.text().equals("auto")) {
      source.fault(
          "source.header",
          new Where("header", written.place()),
          new Text(
              written.shown() + " bukan letak judul kolom",
              written.shown() + " does not say where the headings are"),
          FIX);
    }
    return new HeaderSpec.Auto();
  }

  private void refuseFields() {
    if (source.has("fields")) {
      source.fault(
          "source.fields",
          source.where("fields"),
          new Text(
              "fields hanya untuk berkas tanpa judul kolom",
              "fields are for files without headings"),
          new Text(
              "tulis header: none, atau hapus fields", "write header: none, or take fields out"));
    }
  }

  private HeaderSpec none() {
    List<String> fields = new ArrayList<>();
    Set<String> forms = new HashSet<>();
    for (Scalar field : source.scalars("fields")) {
      String form = Headings.form(field.text());
      if (!form.isEmpty() && !forms.add(form)) {
        source.fault(
            "source.fields",
            new Where("fields", field.place()),
            new Text(field.shown() + " ada dua kali", field.shown() + " is there twice"),
            new Text("beri nama yang berbeda", "give it another name"));
      }
      fields.add(field.text());
    }
    if (forms.isEmpty()) {
      source.fault(
          "source.fields",
          source.where(source.has("fields") ? "fields" : "header"),
          new Text(
              "tanpa judul kolom, fields harus menyebut kolom-kolomnya",
              "without headings, fields has to name the columns"),
          new Text("tulis fields: [nama, nama, ...]", "write fields: [name, name, ...]"));
    }
    return new HeaderSpec.None(fields);
  }
}
