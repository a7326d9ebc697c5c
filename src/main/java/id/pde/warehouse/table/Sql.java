package id.pde.warehouse.table;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names and literals as SQL writes them. */
public final class Sql {

  private Sql() {}

  /** A name of anything. */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Names, with what stands before and between them: {@code s."a", s."b"}. */
  public static String names(String before, Collection<String> names) {
    return names.stream().map(name -> before + name(name)).collect(Collectors.joining(", "));
  }

  /** A string constant; standard_conforming_strings is on in every session of the driver. */
  public static String literal(String text) {
    return "'" + text.replace("\u0000", "").replace("'", "''") + "'";
  }
}
