package id.pde.guess;

import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.Identifier;
import id.pde.model.Location;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides the type of one field by what its values say. Used once. */
final class TypeChoice {

  /** A type that so many of ten values have is the field's; the others are faults or notes. */
  private static final int MOST = 8;

  private static final int SHORTEST_DECIMAL = 12;

  /** Coordinates need 8 places; more are remainders of a division. */
  private static final int MOST_PLACES = 8;

  private final FieldEvidence field;
  private final Heading heading;
  private final char mark;
  private final DecimalMark decimal;
  private final long values;
  private final NoValueChoice noValues;
  private final Map<String, String> details = new LinkedHashMap<>();
  private final List<Text> remarks = new ArrayList<>();

  /**
   * @param decimal the decimal mark that the proposal declares
   */
  TypeChoice(FieldEvidence field, DecimalMark decimal) {
    this.field = field;
    this.heading = new Heading(field.heading());
    this.mark = decimal.orPoint();
    this.decimal = decimal;
    this.values = field.values();
    this.noValues = new NoValueChoice(field);
  }

  /**
   * A type with the keys that go with it.
   *
   * @param type as the mapping writes it
   */
  record Chosen(String type, Map<String, String> details, List<Text> remarks) {}

  Chosen choose() {
    String type = type();
    noValues.put(type, details, remarks);
    return new Chosen(type, details, remarks);
  }

  private String type() {
    if (values == 0) {
      remarks.add(Remarks.of("tidak ada isian", "there are no values"));
      return "text";
    }
    if (most(field.nik().read()) && !heading.family()) {
      exceptions(field.nik().read(), new Text("NIK yang sah", "valid NIKs"), field.nik());
      return "nik";
    }
    String identifier = identifier();
    if (!identifier.isEmpty()) {
      return identifier;
    }
    Optional<CodeTrial> list = list();
    if (list.isPresent() && list.get().merges()) {
      remarks.add(
          Remarks.of(
              "beberapa isian yang berbeda di sini satu kode di daftar "
                  + list.get().list()
                  + "; bila daftarnya benar, tulis code("
                  + list.get().list()
                  + ")",
              "some values that differ here are one code of the list "
                  + list.get().list()
                  + "; where that is the list, write code("
                  + list.get().list()
                  + ")"));
    } else if (list.isPresent()) {
      return code(list.get());
    }
    if (isTruth()) {
      return "boolean";
    }
    if (most(field.dates().fitting())) {
      return date();
    }
    String form = periodOrPoint();
    if (!form.isEmpty()) {
      return form;
    }
    NumberTrials.Marked numbers = field.numbers().under(mark);
    OwnMark ownMark = OwnMark.of(field.numbers(), decimal);
    char own = field.numbers().ownMark(mark);
    NumberTrials.Marked byColumn = field.numbers().under(own);
    if (ownMark != OwnMark.USUAL && most(byColumn.trial().read()) && !isName(byColumn)) {
      remarks.add(ownMark.remark(field.numbers()));
      String type = number(byColumn, own);
      details.put("format", Settled.BY_COLUMN.word());
      if (ownMark == OwnMark.OPEN) {
        details.put("invalid", "empty");
      }
      return type;
    }
    if (most(numbers.trial().read()) && !isName(numbers) && !misread()) {
      return number(numbers, mark);
    }
    if (field.forms().shownZeros() > 0) {
      details.put("read", "shown");
    } else if (field.forms().fractionCells() > 0 && heading.identifies()) {
      remarks.add(
          Remarks.of(
              field.forms().fractionCells()
                  + " kode tersimpan sebagai angka: nol di belakangnya (11.10) sudah hilang; minta"
                  + " kolom teks",
              field.forms().fractionCells()
                  + " codes are kept as numbers: zeros at their end (11.10) are lost; ask for a"
                  + " column of text"));
    }
    return "text";
  }

  /** The type of the identifier that the heading names and the values are; "" is none. */
  private String identifier() {
    Identifier named = heading.identifier();
    Trial trial = field.identifier();
    if (named == null || trial == null || !most(trial.clean())) {
      return "";
    }
    exceptions(
        trial.read(),
        new Text(named.indonesian() + " yang sah", "valid values for " + named.word()),
        trial);
    return named.word();
  }

  private boolean most(long some) {
    return some > 0 && 10 * some >= MOST * values;
  }

  private void exceptions(long some, Text kind, Trial trial) {
    if (some < values) {
      details.put("invalid", "empty");
      remarks.add(Remarks.share(some, values, kind, trial.refusedAt()));
    }
  }

  private Optional<CodeTrial> list() {
    return field.lists().stream()
        .filter(list -> most(list.trial().read()))
        // III.a is a rank of an office there, not the grade III/a.
        .filter(list -> !heading.has("eselon", "esl"))
        .filter(list -> 2 * list.telling() >= values && field.different() > 1)
        .max(Comparator.comparingLong(list -> list.trial().read()));
  }

  private String code(CodeTrial list) {
    List<String> levels = list.levels();
    if (!levels.isEmpty()) {
      details.put("level", levels.size() == 1 ? levels.get(0) : Yaml.list(levels));
    }
    if (levels.size() > 1) {
      remarks.add(
          Remarks.of(
              "nama yang ada di kedua tingkat dibaca sebagai " + levels.get(0),
              "a name of both levels is read as " + levels.get(0)));
    }
    List<String> mixed = levels.isEmpty() ? list.mixed() : List.of();
    if (!mixed.isEmpty()) {
      String places =
          list.otherLevels().stream()
              .map(Location::shown)
              .distinct()
              .collect(Collectors.joining("; "));
      String level = mixed.size() == 1 ? mixed.get(0) : Yaml.list(mixed);
      remarks.add(
          Remarks.of(
              "ada isian di tingkat lain, mungkin jumlah: "
                  + places
                  + "; bila bukan data, tulis level: "
                  + level,
              "some values are of another level, perhaps totals: "
                  + places
                  + "; if they are no data, write level: "
                  + level));
    }
    long known = list.trial().read();
    if (known < values) {
      details.put("unknown", "keep");
      Text kind = new Text("ada dalam daftar " + list.list(), "in the list " + list.list());
      remarks.add(Remarks.share(known, values, kind, list.trial().refusedAt()));
    }
    return "code(" + list.list() + ")";
  }

  /** A year alone is a number, unless the heading says that it is a period. */
  private String periodOrPoint() {
    FormTrials forms = field.periodsAndPoints();
    // Outside of the city 12,5 is a position, too.
    if (most(forms.points().clean())) {
      exceptions(forms.points().read(), new Text("posisi", "positions"), forms.points());
      return "point";
    }
    boolean told = 2 * forms.tellingPeriods() >= values || heading.has("periode", "period");
    if (told && most(forms.periods().read())) {
      exceptions(forms.periods().read(), new Text("periode", "periods"), forms.periods());
      return "period";
    }
    return "";
  }

  /** Words for yes and no, or ticks; 1 and 0 alone are numbers. */
  private boolean isTruth() {
    boolean words = field.truth().read() == values && field.forms().digitsOnly() < values;
    if (!words) {
      return false;
    }
    if (field.yes() == values) {
      // Only ticks: a dash beside them is the word for no.
      String dashes = noValues.dashes();
      if (dashes.isEmpty()) {
        remarks.add(
            Remarks.of(
                "hanya ada isian ya; kosong tetap kosong",
                "only yes is written; empty stays empty"));
        return field.different() == 1;
      }
      details.put("when-false", dashes);
      remarks.add(Remarks.of("tanda - dibaca sebagai tidak", "a dash is read as no"));
    }
    return true;
  }

  private String date() {
    DateTrials dates = field.dates();
    DateFormats choice = new DateFormats(dates);
    List<String> formats = choice.formats();
    remarks.addAll(choice.remarks());
    if (!formats.isEmpty()) {
      details.put("format", formats.size() == 1 ? formats.get(0) : Yaml.list(formats));
    }
    if (choice.left() > 0) {
      details.put("invalid", "empty");
      remarks.add(
          Remarks.of(
              choice.left() + " tanggal menukar hari dan bulan",
              choice.left() + " dates have day and month the other way round"));
    }
    if (choice.undecided()) {
      details.put("format", Settled.BY_COLUMN.word());
      details.put("invalid", "empty");
    }
    if (dates.fitting() < values) {
      details.put("invalid", "empty");
      remarks.add(
          Remarks.share(dates.fitting(), values, new Text("tanggal", "dates"), dates.unread()));
    }
    return dates.timed() > 0 ? "timestamp" : "date";
  }

  /** Under the mark of the other columns 1.500 would become one and a half here. */
  private boolean misread() {
    NumberTrials numbers = field.numbers();
    boolean misread = numbers.ambiguous() > 0 && numbers.ownMark(mark) != mark;
    if (misread) {
      remarks.add(
          Remarks.of(
              "bilangan dengan tanda desimal lain daripada kolom-kolom lain; dibiarkan sebagai teks",
              "numbers with another decimal mark than the other columns; left as text"));
    }
    return misread;
  }

  /** Numbers that are names lose nothing as text. */
  private boolean isName(NumberTrials.Marked numbers) {
    if (numbers.trial().read() < values && heading.keyRank() > 1) {
      return true;
    }
    ValueForms forms = field.forms();
    if (forms.leadingZeros() > 0 && 2 * forms.leadingZeros() < values) {
      Text zeros =
          Remarks.of(
              forms.leadingZeros() + " isian dimulai dengan 0 yang tidak boleh hilang",
              forms.leadingZeros() + " values begin with a 0 that must not be lost");
      if (!remarks.contains(zeros)) {
        remarks.add(zeros);
      }
    }
    return heading.identifies() || forms.leadingZeros() > 0 || forms.longNumbers() > 0;
  }

  private String number(NumberTrials.Marked numbers, char under) {
    long read = numbers.trial().read();
    boolean doubtful = numbers.doubtful();
    boolean whole = numbers.fractions() == 0 || doubtful;
    exceptions(
        read,
        whole ? new Text("bilangan bulat", "whole numbers") : new Text("bilangan", "numbers"),
        numbers.trial());
    if (doubtful) {
      details.put("invalid", "empty");
      String places =
          numbers.doubts().stream()
              .map(Location::shown)
              .distinct()
              .collect(Collectors.joining("; "));
      remarks.add(
          Remarks.of(
              numbers.fractions()
                  + " isian seperti 1.234 dapat dibaca dua cara, yang lain bilangan bulat: "
                  + places,
              numbers.fractions()
                  + " values such as 1.234 read both ways, the others are whole numbers: "
                  + places));
    }
    long other = under == ',' ? field.numbers().dotOnly() : field.numbers().commaOnly();
    if (other > 0) {
      remarks.add(
          Remarks.of(
              other + " isian hanya dapat dibaca dengan tanda desimal yang lain",
              other + " values can only be read with the other decimal mark"));
    }
    // Amounts written with their cents may have some next time.
    boolean cents = !doubtful && 2 * field.forms().hundredths() >= values;
    if (whole && !cents) {
      return "integer";
    }
    int places = Math.max(2, numbers.places());
    if (places > MOST_PLACES) {
      places = MOST_PLACES;
      details.put("round", "half-up");
      remarks.add(
          Remarks.of(
              "sampai " + numbers.places() + " angka di belakang koma; dibulatkan",
              "up to " + numbers.places() + " decimal places; rounded"));
    }
    int precision = Math.max(SHORTEST_DECIMAL, numbers.digits() + places + 2);
    return String.format(Locale.ROOT, "decimal(%d,%d)", precision, places);
  }
}
