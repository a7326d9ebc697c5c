package id.pde.app.demo;

import id.pde.app.demo.Damage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Cells that a check is likely to look at: those with a rare word of the check, and those where the
 * issues stand that it counts.
 */
final class Hints {

  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
  private static final Pattern BEGINNING = Pattern.compile("LIKE '([0-9.]+)%'");
  private static final int NUMBERS = 4;
  private static final int WORDS = 2;
  private static final int CELLS = 2;

  private final List<Spot> spots;

  Hints(List<Spot> spots) {
    this.spots = List.copyOf(spots);
  }

  /**
   * Damages to try first.
   *
   * @param places of issues that the check counts
   */
  List<Damage> of(ExpectedLine line, Set<String> places) {
    Set<Spot> pointed = new LinkedHashSet<>();
    spots.stream().filter(spot -> isAt(spot, places)).limit(CELLS * 8).forEach(pointed::add);
    pointed.addAll(withWords(line));
    pointed.addAll(withBeginning(line));
    List<Damage> damages = new ArrayList<>();
    for (Spot spot : pointed) {
      spots.stream()
          .filter(other -> other.column() == spot.column() && isOf(line, other))
          .filter(other -> !other.text().equals(spot.text()))
          .findFirst()
          .ifPresent(
              other ->
                  damages.add(
                      isOf(line, spot)
                          ? new Damage(spot, Kind.EXCHANGED, other)
                          : new Damage(other, Kind.EXCHANGED, spot)));
    }
    for (Spot spot : pointed) {
      if (isOf(line, spot) && places.isEmpty()) {
        spots.stream()
            .filter(number -> number.sheet().equals(spot.sheet()) && number.row() == spot.row())
            .filter(number -> number.column() > 0 && number.isNumber())
            .limit(NUMBERS)
            .forEach(number -> damages.add(new Damage(number, Kind.DIGIT, null)));
      }
    }
    if (line.check().contains("< 0")) {
      damages.addAll(rowsBelowZero(line));
    }
    return damages;
  }

  /** A sum that the delivery itself checks keeps its values: only the rest of the row may go. */
  private List<Damage> rowsBelowZero(ExpectedLine line) {
    return spots.stream()
        .filter(spot -> isOf(line, spot) && spot.text().matches("-[0-9.,]+"))
        .limit(CELLS)
        .flatMap(
            below ->
                spots.stream()
                    .filter(cell -> cell.sheet().equals(below.sheet()) && cell.row() == below.row())
                    .filter(cell -> cell.column() != below.column())
                    .map(cell -> new Damage(cell, Kind.EMPTIED, null)))
        .toList();
  }

  /** Markup counts other cells than its reader: there the row has to do. */
  private static boolean isAt(Spot spot, Set<String> places) {
    return places.contains(spot.shown())
        || (spot.shown().startsWith("row ")
            && places.stream().anyMatch(place -> place.matches(".*![A-Z]+" + spot.row())));
  }

  /** The longest codes in the first column that begin as the check says: {@code LIKE '6%'}. */
  private List<Spot> withBeginning(ExpectedLine line) {
    return BEGINNING
        .matcher(line.check())
        .results()
        .flatMap(
            found ->
                spots.stream()
                    .filter(spot -> isOf(line, spot) && spot.column() == 0)
                    .filter(spot -> spot.text().startsWith(found.group(1)))
                    .sorted(Comparator.comparing((Spot spot) -> -spot.text().length()))
                    .limit(CELLS))
        .toList();
  }

  private static boolean isOf(ExpectedLine line, Spot spot) {
    return line.sheet().isEmpty()
        || spot.sheet().isEmpty()
        || line.sheet().startsWith("(")
        || spot.sheet().equals(line.sheet());
  }

  private Set<Spot> withWords(ExpectedLine line) {
    Map<String, List<Spot>> found = new LinkedHashMap<>();
    WORD.matcher(line.key() + " " + line.check())
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .distinct()
        .forEach(word -> found.put(word, with(word, line)));
    Set<Spot> rare = new LinkedHashSet<>();
    found.values().stream()
        .filter(cells -> !cells.isEmpty())
        .sorted(Comparator.comparing(List::size))
        .limit(WORDS)
        .forEach(cells -> cells.stream().limit(CELLS).forEach(rare::add));
    return rare;
  }

  /** Cells of the line's sheet; where it has none with this word, those of the others. */
  private List<Spot> with(String word, ExpectedLine line) {
    List<Spot> all =
        spots.stream().filter(spot -> spot.text().toLowerCase(Locale.ROOT).contains(word)).toList();
    List<Spot> own = all.stream().filter(spot -> isOf(line, spot)).toList();
    return own.isEmpty() ? all : own;
  }
}
