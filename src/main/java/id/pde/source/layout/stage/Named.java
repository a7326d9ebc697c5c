package id.pde.source.layout.stage;

import id.pde.mapping.Drift;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.model.Field;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import java.util.stream.Collectors;

/** Finds the fields that a source block names. */
final class Named {

  private static final int SHOWN = 12;

  private final Setting setting;
  private final Drift.Policy missing;

  Named(Setting setting, Drift.Policy missing) {
    this.setting = setting;
    this.missing = missing;
  }

  /** A field without which the table cannot be understood. */
  int needed(String key, String heading, Schema schema) {
    int field = find(key, heading, schema);
    if (field < 0) {
      throw refusal(key, heading, schema);
    }
    return field;
  }

  /** A field that may be missing where the mapping's drift says so; -1: it is. */
  int wished(String key, String heading, Schema schema) {
    int field = find(key, heading, schema);
    if (field >= 0) {
      return field;
    }
    switch (missing) {
      case REFUSE -> throw refusal(key, heading, schema);
      case WARN, HOLD ->
          setting.note("heading.missing", setting.headings(), says(key, heading, schema), fix(key));
      case IGNORE -> {
        // The mapping has said that this is nothing to know.
      }
    }
    return -1;
  }

  private int find(String key, String heading, Schema schema) {
    int field = schema.find(heading);
    if (field == Schema.SEVERAL) {
      throw setting.refusal(
          "heading.duplicated",
          new Text(
              "judul \"" + heading + "\" yang disebut " + key + " ada lebih dari satu",
              "heading \"" + heading + "\", which " + key + " names, is there more than once"),
          new Text(
              "tulis judul lengkapnya pada " + key + ", atau beri setiap kolom judul yang berbeda",
              "write its full heading in " + key + ", or give every column a heading of its own"));
    }
    return field;
  }

  private SourceUnreadable refusal(String key, String heading, Schema schema) {
    return setting.refusal("heading.missing", says(key, heading, schema), fix(key));
  }

  private static Text says(String key, String heading, Schema schema) {
    String found =
        schema.fields().stream()
            .map(Field::heading)
            .filter(one -> !one.isEmpty())
            .limit(SHOWN)
            .map(one -> "\"" + one + "\"")
            .collect(Collectors.joining(", "));
    return new Text(
        "judul \"" + heading + "\" yang disebut " + key + " tidak ada; yang ada: " + found,
        "there is no heading \"" + heading + "\", which " + key + " names; found: " + found);
  }

  private static Text fix(String key) {
    return new Text(
        "kirim berkas dengan judul itu, atau ubah " + key + " di pemetaan",
        "send the file with that heading, or change " + key + " in the mapping");
  }

  /** No heading is one of those that become rows. */
  SourceUnreadable noPivots(Unpivot unpivot) {
    String pattern = "/" + unpivot.columns().pattern() + "/";
    Schema schema = new Schema(setting.header().fields());
    Text found = says("", "", schema);
    return setting.refusal(
        "unpivot.missing",
        new Text(
            "tidak ada judul kolom yang cocok dengan pola unpivot "
                + pattern
                + found.id().substring(found.id().indexOf(';')),
            "no heading matches the unpivot pattern "
                + pattern
                + found.en().substring(found.en().indexOf(';'))),
        fix("unpivot.columns"));
  }
}
