package id.pde.run.erase;

import java.util.List;

/** Whom or what an erasure is about. Holds the value: it is never printed, logged or kept. */
public sealed interface Subject {

  /** Begins the kinds of keys. */
  String ROW = "row ";

  /** Between the parts of a key; no text of a delivery has it inside. */
  String BETWEEN = "\u001f";

  /** What the value is: a type such as {@code nik}, or table and columns of a key. */
  String kind();

  /** What the tombstone is made of. */
  String text();

  /** As the ledger names it, without the value. */
  String named();

  /**
   * A person, everywhere.
   *
   * @param identifier what sort of number or address it is
   * @param text in the one form that tables have it in
   */
  record Person(Identity identifier, String text) implements Subject {
    @Override
    public String kind() {
      return identifier.word();
    }

    @Override
    public String named() {
      return identifier.word();
    }

    @Override
    public String toString() {
      return "Person " + identifier.word();
    }
  }

  /**
   * The rows of a table with one key, in all their versions and periods.
   *
   * @param columns of the key
   * @param texts their values before they are protected; a pseudonym where nothing else is known
   * @param stored their values as the table holds them
   */
  record OfKey(String table, List<String> columns, List<String> texts, List<String> stored)
      implements Subject {
    public OfKey {
      columns = List.copyOf(columns);
      texts = List.copyOf(texts);
      stored = List.copyOf(stored);
    }

    @Override
    public String kind() {
      return kind(table, columns);
    }

    static String kind(String table, List<String> columns) {
      return ROW + table + " " + String.join(",", columns);
    }

    @Override
    public String text() {
      return String.join(BETWEEN, texts);
    }

    @Override
    public String named() {
      return table + "(" + String.join(", ", columns) + ")";
    }

    @Override
    public String toString() {
      return "OfKey " + named();
    }
  }
}
