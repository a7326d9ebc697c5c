package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import id.pde.normalise.PositionText.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * Positions. What is at fault is never repaired: a latitude in the place of the longitude, or
 * without its sign, may as well be a wrong place.
 */
final class PointReader implements ColumnReader {

  private static final Text NAME = new Text("posisi", "a position");

  private final Column.Context context;

  PointReader(Column.Context context) {
    this.context = context;
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    Meaning meaning = PositionText.of(tidy);
    if (meaning instanceof Meaning.One one) {
      return checked(one.position(), findings);
    }
    return findings.invalid(meaning instanceof Meaning.Half ? half() : invalid(tidy));
  }

  private @Nullable Object checked(Position found, Findings findings) {
    if (found.isZero()) {
      findings.warn(zero());
      return null;
    }
    if (!found.inIndonesia()) {
      if (found.exchanged().inIndonesia()) {
        return findings.invalid(swapped());
      }
      if (found.southern().inIndonesia()) {
        return findings.invalid(unsigned());
      }
      if (!found.onEarth()) {
        return findings.invalid(beyond());
      }
    }
    if (!found.inCity()) {
      findings.warn(outside());
    }
    return found.text();
  }

  private Fault invalid(String tidy) {
    return new Fault(
        "point.invalid",
        new Text("bukan posisi", "is not a position"),
        NumberFaults.isNoValueWord(tidy)
            ? NumberFaults.noValueFix(context)
            : new Text(
                "tulis lintang lalu bujur, misalnya -7.75, 113.21",
                "write latitude and longitude, such as -7.75, 113.21"));
  }

  private static Fault half() {
    return new Fault(
        "point.half",
        new Text(
            "hanya memuat satu angka; lintang atau bujurnya tidak ada",
            "holds only one number; its latitude or longitude is missing"),
        new Text("isi keduanya, atau kosongkan keduanya", "fill in both, or leave both empty"));
  }

  private static Fault zero() {
    return new Fault(
        "point.zero",
        new Text("adalah 0, 0: posisi tidak diketahui", "is 0, 0: the position is not known"),
        new Text("kosongkan selnya", "leave the cell empty"));
  }

  private static Fault swapped() {
    return new Fault(
        "point.swapped",
        new Text(
            "berada di luar Indonesia; lintang dan bujurnya tampak tertukar",
            "is outside of Indonesia; its latitude and longitude seem to be exchanged"),
        new Text(
            "tukar kembali lintang dan bujur di berkas sumber",
            "exchange latitude and longitude in the source file"));
  }

  private static Fault unsigned() {
    return new Fault(
        "point.sign",
        new Text(
            "berada di luar Indonesia; tanda minus lintangnya tampak hilang",
            "is outside of Indonesia; the minus of its latitude seems to be lost"),
        new Text(
            "tulis lintang dengan tanda minus di berkas sumber",
            "write the latitude with its minus in the source file"));
  }

  private static Fault beyond() {
    return new Fault(
        "point.range",
        new Text(
            "tidak ada di bumi: lintang paling banyak 90, bujur 180",
            "is nowhere on earth: a latitude is at most 90, a longitude 180"),
        NumberFaults.CORRECT);
  }

  private static Fault outside() {
    return new Fault(
        "point.outside",
        new Text("berada di luar Kota Probolinggo", "is outside of Kota Probolinggo"),
        new Text(
            "periksa posisinya; bila benar, tidak perlu diperbaiki",
            "look at the position; nothing to correct if it is right"));
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return findings.invalid(half());
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("point.invalid", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("point.invalid", NAME));
  }
}
