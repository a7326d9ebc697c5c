package id.pde.run.board;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a panel file in the shape that is needed, or a fault. */
final class PanelKeys {

  private static final List<String> LANGUAGES = List.of("id", "en");
  private static final int LONGEST = 120;

  private final Entries keys;
  private final Faults faults;

  PanelKeys(Entries keys, Faults faults) {
    this.keys = keys;
    this.faults = faults;
  }

  boolean has(String key) {
    return keys.value(key) != null;
  }

  void refuseUnknown(List<String> known) {
    refuseUnknown(keys, "", known);
  }

  private void refuseUnknown(Entries entries, String path, List<String> known) {
    for (Entry entry : entries.entries()) {
      if (!known.contains(entry.name())) {
        faults.add(
            "panel.key",
            entry.key().place(),
            new Advice(
                path + entry.name(),
                new Text(
                    entry.key().shown() + " tidak dikenal di sini",
                    entry.key().shown() + " is not known here"),
                Suggestion.fix(entry.name(), known)));
      }
    }
  }

  /** A key that may not be left out. */
  void require(String key, Text example) {
    if (!has(key)) {
      faults.add(
          "panel.missing",
          keys.place(),
          new Advice(
              key,
              new Text("panel ini tidak punya " + key, "this panel has no " + key),
              new Text("tulis " + example.id(), "write " + example.en())));
    }
  }

  @Nullable Scalar scalar(String key) {
    YamlNode node = keys.value(key);
    if (node == null) {
      return null;
    }
    if (node instanceof Scalar scalar && !scalar.text().isBlank()) {
      return scalar;
    }
    shape(key, node, new Text("tulis satu teks", "write one text"));
    return null;
  }

  /** A text that may be given in both languages. */
  @Nullable Text text(String key) {
    YamlNode node = keys.value(key);
    return node == null ? null : text(key, node);
  }

  private @Nullable Text text(String path, YamlNode node) {
    if (node instanceof Entries languages) {
      refuseUnknown(languages, path + ".", LANGUAGES);
      String indonesian = word(path, languages, "id");
      String english = word(path, languages, "en");
      if (indonesian == null || english == null) {
        return null;
      }
      return new Text(indonesian, english);
    }
    String same = plain(path, node);
    return same == null ? null : Text.same(same);
  }

  private @Nullable String word(String path, Entries languages, String language) {
    YamlNode node = languages.value(language);
    if (node == null) {
      faults.add(
          "panel.language",
          languages.place(),
          new Advice(
              path + "." + language,
              new Text(
                  path + " tidak ada dalam bahasa " + language,
                  path + " is missing in the language " + language),
              new Text("tulis {id: ..., en: ...}", "write {id: ..., en: ...}")));
      return null;
    }
    return plain(path + "." + language, node);
  }

  private @Nullable String plain(String path, YamlNode node) {
    if (!(node instanceof Scalar scalar) || scalar.text().isBlank()) {
      shape(
          path,
          node,
          new Text("tulis teks, atau {id: ..., en: ...}", "write a text, or {id: ..., en: ...}"));
      return null;
    }
    if (scalar.text().length() > LONGEST) {
      faults.add(
          "panel.long",
          node.place(),
          new Advice(
              path,
              new Text(path + " lebih dari 120 huruf", path + " has more than 120 characters"),
              new Text("pendekkan: dibaca dari jauh", "shorten it: it is read from afar")));
      return null;
    }
    return scalar.text().strip();
  }

  /** Texts by name. */
  Map<String, Text> texts(String key) {
    YamlNode node = keys.value(key);
    if (node == null) {
      return Map.of();
    }
    if (!(node instanceof Entries entries)) {
      shape(
          key,
          node,
          new Text("tulis {kolom: {id: ..., en: ...}}", "write {column: {id: ..., en: ...}}"));
      return Map.of();
    }
    Map<String, Text> texts = new LinkedHashMap<>();
    for (Entry entry : entries.entries()) {
      Text text = text(key + "." + entry.name(), entry.value());
      if (text != null) {
        texts.put(entry.name(), text);
      }
    }
    return texts;
  }

  /** One text or a list of texts. */
  List<Scalar> list(String key) {
    YamlNode node = keys.value(key);
    if (node == null) {
      return List.of();
    }
    List<YamlNode> nodes = node instanceof Items items ? items.nodes() : List.of(node);
    List<Scalar> found = new ArrayList<>();
    for (YamlNode one : nodes) {
      if (one instanceof Scalar scalar && !scalar.text().isBlank()) {
        found.add(scalar);
      } else {
        shape(key, one, new Text("tulis daftar [a, b]", "write a list [a, b]"));
      }
    }
    return found;
  }

  /** One of the constants, written in small letters. */
  <E extends Enum<E>> @Nullable E choice(String key, List<E> all) {
    Scalar written = scalar(key);
    if (written == null) {
      return null;
    }
    List<String> words = all.stream().map(PanelKeys::word).toList();
    int at = words.indexOf(written.text());
    if (at < 0) {
      value(key, written, Suggestion.fix(written.text(), words));
      return null;
    }
    return all.get(at);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  int whole(String key, int least, int most, int fallback) {
    Scalar written = scalar(key);
    if (written == null) {
      return fallback;
    }
    if (written.text().matches("\\d{1,6}")) {
      int number = Integer.parseInt(written.text());
      if (number >= least && number <= most) {
        return number;
      }
    }
    String range = least + "-" + most;
    value(key, written, new Text("tulis bilangan bulat " + range, "write a whole number " + range));
    return fallback;
  }

  boolean flag(String key) {
    Scalar written = scalar(key);
    if (written == null) {
      return false;
    }
    if (!List.of("true", "false").contains(written.text())) {
      value(key, written, new Text("tulis true atau false", "write true or false"));
    }
    return written.text().equals("true");
  }

  void value(String key, Scalar written, Text fix) {
    faults.add(
        "panel.value",
        written.place(),
        new Advice(
            key,
            new Text(
                written.shown() + " bukan nilai dari " + key,
                written.shown() + " is not a value of " + key),
            fix));
  }

  /** A key that has no meaning for this kind of panel. */
  void unfit(String key, String kind, String kinds) {
    YamlNode node = keys.value(key);
    if (node != null) {
      faults.add(
          "panel.unfit",
          node.place(),
          new Advice(
              key,
              new Text(
                  key + " tidak berarti bagi panel " + kind,
                  key + " has no meaning for a panel of kind " + kind),
              new Text("hapus, atau pakai kind: " + kinds, "take it out, or use kind: " + kinds)));
    }
  }

  private void shape(String path, YamlNode node, Text fix) {
    faults.add(
        "panel.shape",
        node.place(),
        new Advice(
            path,
            new Text(
                node.shown() + " tidak dapat dipakai di sini", node.shown() + " cannot stand here"),
            fix));
  }
}
