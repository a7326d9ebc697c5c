package id.pde.run;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of {@code agencies.yaml} in the shape that is needed, or a fault. */
final class AgencyNodes {

  private final Faults faults;

  AgencyNodes(Faults faults) {
    this.faults = faults;
  }

  @Nullable String text(Entries keys, String key, String path) {
    YamlNode written = keys.value(key);
    if (written == null) {
      return null;
    }
    if (written instanceof Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    faults.add(
        "agency.text",
        written.place(),
        new Advice(
            path + "." + key,
            new Text(key + " harus berupa teks", key + " has to be a text"),
            new Text("tulis " + key + ": teks", "write " + key + ": text")));
    return null;
  }

  @Nullable Entries entries(YamlNode node, String path, String example) {
    if (node instanceof Entries entries) {
      return entries;
    }
    faults.add(
        "agency.shape",
        node.place(),
        new Advice(
            path,
            new Text("di sini perlu nama: nilai", "name: value is needed here"),
            new Text("tulis " + example, "write " + example)));
    return null;
  }

  void refuseUnknown(Entries keys, String path, List<String> known) {
    for (Entry entry : keys.entries()) {
      if (!known.contains(entry.name())) {
        faults.add(
            "mapping.key",
            entry.key().place(),
            new Advice(
                path + "." + entry.name(),
                new Text(
                    entry.key().shown() + " tidak dikenal di sini",
                    entry.key().shown() + " is not known here"),
                Suggestion.fix(entry.name(), known)));
      }
    }
  }
}
