package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code with}: the mappings that may take the same sheet. */
final class SharedSheets {

  private SharedSheets() {}

  static List<String> read(Block top, String own) {
    List<String> ids = new ArrayList<>();
    for (Scalar written : top.scalars("with")) {
      String[] parts = written.text().split("/", -1);
      boolean isId = parts.length == 2 && Names.fitsId(parts[0]) && Names.fitsId(parts[1]);
      if (isId && !written.text().equals(own)) {
        ids.add(written.text());
        continue;
      }
      top.fault(
          "mapping.with",
          new Where("with", written.place()),
          new Text(
              written.shown() + " bukan id pemetaan lain",
              written.shown() + " is not the id of another mapping"),
          new Text("tulis with: [dinas/data]", "write with: [agency/dataset]"));
    }
    return ids;
  }
}
