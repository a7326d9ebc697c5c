package id.pde.app.demo;

import id.pde.app.demo.Damage.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which the cells of a delivery are damaged: in each round one cell of every column,
 * in later rounds one row of every sheet as well. Within a column the cells take turns by what they
 * look like, so that a rare one comes early. Columns without effect are tried less and less.
 */
final class Damages {

  private static final int FEW = 40;

  private static final int FIRST_WITH_ROWS = 6;

  private static final int PATIENCE = 3;

  /** With few looks a column is given up only once all had a turn. */
  private static final int LOOKS = 12;

  /** Tries in a row that a column may be without effect. */
  private final Map<String, Integer> patience = new HashMap<>();

  /** Tries in a row without effect, by column. */
  private final Map<String, Integer> idle = new HashMap<>();

  private final List<List<Spot>> columns = new ArrayList<>();
  private final Map<String, List<Spot>> rowsOf = new HashMap<>();
  private final List<List<Spot>> rows = new ArrayList<>();

  Damages(List<Spot> spots, long seed) {
    Random random = new Random(seed);
    Map<String, List<Spot>> byColumn = new LinkedHashMap<>();
    Map<String, Map<Long, Spot>> bySheet = new LinkedHashMap<>();
    for (Spot spot : spots) {
      rowsOf.computeIfAbsent(row(spot), key -> new ArrayList<>()).add(spot);
      byColumn.computeIfAbsent(column(spot), key -> new ArrayList<>()).add(spot);
      bySheet.computeIfAbsent(spot.sheet(), key -> new TreeMap<>()).putIfAbsent(spot.row(), spot);
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
    for (int i = 0; i < columns.size(); i++) {
      List<Spot> column = columns.get(i);
      String name = column(column.get(0));
      if (idle.getOrDefault(name, 0) < patience.getOrDefault(name, PATIENCE) || number % 8 == 7) {
        damages.add(damage(column, number, Math.floorMod(i + number, 3)));
      }
    }
    if (number >= FIRST_WITH_ROWS) {
      for (List<Spot> sheet : rows) {
        damages.add(new Damage(sheet.get(number % sheet.size()), Kind.ROW_TAKEN, null));
      }
    }
    return damages;
  }

  /** Hears whether a damage made a check fail that had always held. */
  void had(Damage damage, boolean effect) {
    if (damage.kind() != Kind.ROW_TAKEN) {
      int before = idle.getOrDefault(column(damage.spot()), 0);
      idle.put(column(damage.spot()), effect ? 0 : before + 1);
    }
  }

  private static String row(Spot spot) {
    return spot.sheet() + "|" + spot.row();
  }

  private static String column(Spot spot) {
    return spot.sheet() + "|" + spot.column();
  }

  private Damage damage(List<Spot> column, int number, int way) {
    int at = number % column.size();
    Spot spot = column.get(at);
    if (way == 0 && spot.text().matches("(?s).*[0-9].*")) {
      return new Damage(spot, Kind.DIGIT, null);
    }
    if (way == 2 && number % 2 == 0 && !spot.isNumber()) {
      // What a whole column leaves out, or says in words, comes from no other of its cells.
      for (Spot other : rowsOf.getOrDefault(row(spot), List.of())) {
        if (other.column() > 0 && other.isNumber()) {
          return new Damage(spot, Kind.EXCHANGED, other);
        }
      }
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
  private List<Spot> inTurns(List<Spot> column, Random random) {
    List<Spot> shuffled = new ArrayList<>(column);
    Collections.shuffle(shuffled, random);
    Set<String> different = new HashSet<>();
    shuffled.forEach(spot -> different.add(spot.text()));
    Map<String, Integer> turns = new LinkedHashMap<>();
    Map<Integer, List<Spot>> inTurn = new TreeMap<>();
    for (Spot spot : shuffled) {
      String look = different.size() <= FEW ? spot.text() : look(spot);
      int turn = turns.merge(look, 1, Integer::sum);
      inTurn.computeIfAbsent(turn, key -> new ArrayList<>()).add(spot);
    }
    if (turns.size() <= LOOKS) {
      patience.put(column(column.get(0)), PATIENCE + turns.size());
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
    // Text files are kept byte by byte: four bytes of UTF-8 begin with this one.
    boolean beyond =
        text.indexOf('\u00f0') >= 0
            || text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    return spot.kind()
        + (longest < 8 ? 0 : longest)
        + beyond
        + text.contains("\n")
        + text.matches("(?s).+\".+");
  }
}
