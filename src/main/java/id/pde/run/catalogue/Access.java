package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.Mapping;
import java.util.Comparator;
import java.util.Locale;

/**
 * Who may have a dataset: what its strictest column allows. The constants are those of the EU
 * authority list of access rights, which DCAT-AP 3 prescribes.
 */
public enum Access {
  /** Every column is {@code publik}. */
  PUBLIC,
  /** Some column is {@code internal}. */
  RESTRICTED,
  /** Some column is personal. */
  NON_PUBLIC;

  public static Access of(Mapping mapping) {
    return switch (strictest(mapping)) {
      case PUBLIK -> PUBLIC;
      case INTERNAL -> RESTRICTED;
      case PRIBADI_UMUM, PRIBADI_SPESIFIK -> NON_PUBLIC;
    };
  }

  /** The class of the strictest column; a dropped one counts, for its rows are about persons. */
  static DataClass strictest(Mapping mapping) {
    return mapping.columns().stream()
        .map(ColumnSpec::dataClass)
        .max(Comparator.naturalOrder())
        .orElse(DataClass.INTERNAL);
  }

  /** A class as mappings write it: {@code pribadi-umum}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String uri() {
    return "http://publications.europa.eu/resource/authority/access-right/" + name();
  }
}
