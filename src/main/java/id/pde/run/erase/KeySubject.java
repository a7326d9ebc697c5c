package id.pde.run.erase;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import id.pde.normalise.TypedValue;
import id.pde.normalise.protect.Canonical;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.MappingFiles;
import id.pde.run.explain.Relation;
import id.pde.run.explain.RowVersions;
import id.pde.run.explain.RowVersions.Standing;
import id.pde.run.explain.TypedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Makes a subject of a table and a key as a person types them, as {@code pde explain} takes them.
 */
public final class KeySubject {

  private static final Pattern PSEUDONYM = Pattern.compile("[0-9a-f]{8}:[0-9a-f]{32}");

  private final RowVersions versions;
  private final MappingFiles mappings;
  private final Supplier<Pseudonyms> key;

  public KeySubject(RowVersions versions, MappingFiles mappings, Supplier<Pseudonyms> key) {
    this.versions = versions;
    this.mappings = mappings;
    this.key = key;
  }

  /** What comes of the words. */
  public sealed interface Answer {
    /** They name a subject. */
    record Of(Subject subject) implements Answer {}

    /** There is no such table, or nothing that says how to read it. */
    record Unknown(Text text) implements Answer {}

    /** The words do not fit the key. */
    record Misfit(Text text) implements Answer {}
  }

  /**
   * Reads them.
   *
   * @param typed a value for each column of the key, or {@code column=value}; periods are left out:
   *     an erasure is about all of them
   */
  public Answer of(String table, List<String> typed) {
    String name = Relation.of(table).table();
    Optional<Standing> standing = versions.table(name);
    if (standing.isEmpty()) {
      return new Answer.Unknown(
          new Text("Tidak ada tabel " + name + ".", "There is no table " + name + "."));
    }
    MappingFiles.Found found = mappings.find(standing.get().mapping());
    Mapping mapping = mappings.exists(standing.get().mapping()) ? found.mapping() : null;
    if (mapping == null) {
      return new Answer.Unknown(
          new Text(
              "Pemetaan " + standing.get().mapping() + " tidak ada atau cacat; lihat pde check.",
              "The mapping " + standing.get().mapping() + " is missing or faulty; see pde check."));
    }
    for (List<String> columns :
        List.of(mapping.target().key(), mapping.target().terms().otherKey())) {
      Optional<List<String>> ordered = TypedKey.of(columns, typed);
      if (ordered.isPresent()) {
        return new Answer.Of(subject(name, columns, ordered.get(), found, mapping));
      }
    }
    String key = String.join(" ", mapping.target().key());
    return new Answer.Misfit(
        mapping.target().key().isEmpty()
            ? new Text(
                "Tabel " + name + " tidak punya kunci; hapus dengan --nik atau --identifier.",
                "The table " + name + " has no key; erase by --nik or --identifier.")
            : new Text(
                "Kunci tabel " + name + ": " + key + ".",
                "The key of the table " + name + ": " + key + "."));
  }

  private Subject subject(
      String table,
      List<String> columns,
      List<String> typed,
      MappingFiles.Found found,
      Mapping mapping) {
    List<String> texts = new ArrayList<>();
    List<String> stored = new ArrayList<>();
    Pseudonyms pseudonyms = key.get();
    for (int i = 0; i < columns.size(); i++) {
      int index = mapping.column(columns.get(i));
      ColumnSpec column = mapping.columns().get(index);
      String text = typed.get(i);
      boolean hides = column.protect() == Protect.HMAC;
      if (hides && PSEUDONYM.matcher(text).matches()) {
        texts.add(text);
        stored.add(text);
        continue;
      }
      String clear =
          TypedValue.plain(mapping, index, new TypedValue.Reading(text, found.codes()))
              .map(Canonical::text)
              .orElse(text);
      texts.add(clear);
      stored.add(
          hides && pseudonyms.keyId().isPresent()
              ? pseudonyms.naming().of(Canonical.kind(column), clear)
              : clear);
    }
    return new Subject.OfKey(table, columns, texts, stored);
  }
}
