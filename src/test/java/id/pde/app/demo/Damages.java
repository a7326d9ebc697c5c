package id.pde.app.demo;

import id.pde.app.demo.Damage.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The order in which the cells of a delivery are damaged: in each round one cell of every column,
 * and one row of every sheet. Within a column the cells take turns by what they look like, so that
 * a rare one comes early.
 */
final class Damages {

  private static final int FEW = 40;

  private final List<List<Spot>> columns = new ArrayList<>();
  private final List<List<Spot>> rows = new ArrayList<>();

  Damages(List<Spot> spots, long seed) {
    Random random = new Random(seed);
    Map<String, List<Spot>> byColumn = new LinkedHashMap<>();
    Map<String, Map<Long, Spot>> bySheet = new LinkedHashMap<>();
    for (Spot spot : spots) {
      byColumn
          .computeIfAbsent(spot.sheet() + "|" + spot.column(), key -> new ArrayList<>())
          .add(spot);
      bySheet
          .computeIfAbsent(spot.sheet(), key -> new TreeMap<>())
          .putIfAbsent(spot.row(), spot);
    }
    byColumn.values().forEach(column -> columns.add(inTurns(column, random)));
    for (Map<Long, Spot> sheet : bySheet.values()) {
      List<Spot> first = new ArrayList<>(sheet.values());
      Collections.shuffle(first, random);
      rows.add(first);
    }
  }

  /** The damages of a round, counted from 0; after all cells had their turn they come again. */
  List<Damage> round(int number) {
    List<Damage> damages = new ArrayList<>();
    for (List<Spot> sheet : rows) {
      Spot spot = sheet.get(number % sheet.size());
      damages.add(new Damage(spot, Kind.ROW_TAKEN, null));
    }
    for (int i = 0; i < columns.size(); i++) {
      List<Spot> column = columns.get(i);
      damages.add(damage(column, number, Math.floorMod(i + number, 3)));
    }
    return damages;
  }

  private static Damage damage(List<Spot> column, int number, int way) {
    int at = number % column.size();
    Spot spot = column.get(at);
    if (way == 0 && spot.text().matches("(?s).*[0-9].*")) {
      return new Damage(spot, Kind.DIGIT, null);
    }
    for (int next = 1; way != 1 && next < column.size(); next++) {
      Spot other = column.get((at + next) % column.size());
      if (!other.text().equals(spot.text())) {
        return new Damage(spot, Kind.EXCHANGED, other);
      }
    }
    return new Damage(spot, Kind.EMPTIED, null);
  }

  /** First one of each look, then the second of each. */
  private static List<Spot> inTurns(List<Spot> column, Random random) {
    List<Spot> shuffled = new ArrayList<>(column);
    Collections.shuffle(shuffled, random);
    HashSet<String> different = new HashSet<>();
    shuffled.forEach(spot -> different.add(spot.text()));
    Map<String, Integer> turns = new LinkedHashMap<>();
    Map<Integer, List<Spot>> inTurn = new TreeMap<>();
    for (Spot spot : shuffled) {
      String look = different.size() <= FEW ? spot.text() : look(spot);
      int turn = turns.merge(look, 1, Integer::sum);
      inTurn.computeIfAbsent(turn, key -> new ArrayList<>()).add(spot);
    }
    return inTurn.values().stream().flatMap(List::stream).toList();
  }

  /** Short values by their shape, long texts by what is unusual in them. */
  private static String look(Spot spot) {
    String text = spot.text();
    if (text.length() <= 24) {
      String shape = text.replaceAll("[0-9]", "9").replaceAll("\\p{L}+", "a");
      return spot.kind() + shape;
    }
    int longest = 0;
    for (String digits : text.split("[^0-9]+", -1)) {
      longest = Math.max(longest, digits.length());
    }
    boolean beyond = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    return spot.kind()
        + (longest < 8 ? 0 : longest)
        + beyond
        + text.contains("\n")
        + text.contains("\"");
  }
}
