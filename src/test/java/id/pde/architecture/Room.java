package id.pde.architecture;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A package of the house. */
enum Room {
  MODEL,
  MAPPING,
  CODES,
  NORMALISE,
  RUN,
  SOURCE,
  GUESS,
  WAREHOUSE,
  RECEIPT,
  SCHEDULE,
  ROUTE,
  WEB,
  CLI,
  APP;

  static final Set<Room> PURE = Set.of(MODEL, MAPPING, CODES, NORMALISE);

  /** The rooms this one may import. */
  Set<Room> imports() {
    return switch (this) {
      case MODEL -> Set.of();
      case MAPPING, CODES -> Set.of(MODEL);
      case NORMALISE -> Set.of(MODEL, MAPPING, CODES);
      case RUN -> PURE;
      case SOURCE, WAREHOUSE, SCHEDULE -> Set.of(MODEL, MAPPING, CODES, NORMALISE, RUN);
      case GUESS, RECEIPT -> Set.of(MODEL, MAPPING, CODES, NORMALISE, RUN, SOURCE);
      case ROUTE -> Set.of(MODEL, MAPPING, RUN, SCHEDULE);
      case WEB, CLI -> Set.of(MODEL, MAPPING, CODES, NORMALISE, RUN, SCHEDULE, GUESS);
      case APP -> EnumSet.allOf(Room.class);
    };
  }

  Set<Room> forbidden() {
    Set<Room> forbidden = EnumSet.allOf(Room.class);
    forbidden.removeAll(imports());
    forbidden.remove(this);
    return forbidden;
  }

  /** The pattern of the room's package and all below it, under the given root. */
  String under(String root) {
    return root + "." + name().toLowerCase(Locale.ROOT) + "..";
  }
}
