package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * The population number: 16 digits, region (6), day of birth (6; 40 added to the day for women),
 * serial (4). It has no check digit.
 */
final class NikReader implements ColumnReader {

  private static final int LENGTH = 16;
  private static final Text NAME = new Text("NIK", "a NIK");

  private final boolean sheet;
  private final Column.Context context;

  NikReader(Column.Context context) {
    this.context = context;
    sheet = context.isSheet();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (raw.length() == LENGTH && DigitText.allDigits(raw)) {
      return checked(raw, findings);
    }
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    if (DigitText.isScientific(tidy)) {
      return findings.invalid(damaged());
    }
    DigitText found = DigitText.of(tidy);
    return found.plain()
        ? checked(found.digits(), findings)
        : findings.invalid(characters(tidy, found.other() == DigitText.Other.LETTER_O));
  }

  private @Nullable Object checked(String digits, Findings findings) {
    if (digits.length() != LENGTH) {
      return findings.invalid(length(digits.length()));
    }
    int day =
        DigitText.pair(digits, 6) > 40 ? DigitText.pair(digits, 6) - 40 : DigitText.pair(digits, 6);
    int month = DigitText.pair(digits, 8);
    // Two digits of a year: 29 February is there if either century has it; 2000 had it.
    int year = 2000 + DigitText.pair(digits, 10);
    if (month < 1 || month > 12 || day < 1 || day > DateParts.length(year, month)) {
      return findings.invalid(birth());
    }
    return digits.endsWith("0000") ? findings.invalid(serial()) : digits;
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String exact = cell.exact();
    if (!DigitText.allDigits(exact)) {
      return findings.invalid(characters(exact, false));
    }
    if (!sheet) {
      return checked(exact, findings);
    }
    if (exact.length() == LENGTH && exact.endsWith("0")) {
      return findings.invalid(damaged());
    }
    Object value = checked(exact, findings);
    if (value != null) {
      findings.warn(numberCell());
    }
    return value;
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("nik.characters", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("nik.characters", NAME));
  }

  private static Fault length(int digits) {
    return new Fault(
        "nik.length",
        new Text("memiliki " + digits + " angka, bukan 16", "has " + digits + " digits, not 16"),
        new Text(
            "isi NIK lengkap 16 angka dari KTP atau KK", "enter all 16 digits from the KTP or KK"));
  }

  private Fault characters(String tidy, boolean onlyLetterO) {
    Text fix =
        onlyLetterO
            ? new Text(
                "ganti huruf O dengan angka 0 di berkas sumber",
                "replace the letter O by the digit 0 in the source file")
            : NumberFaults.isNoValueWord(tidy)
                ? NumberFaults.noValueFix(context)
                : new Text(
                    "isi NIK hanya dengan 16 angka, tanpa huruf",
                    "enter only the 16 digits of the NIK, no letters");
    return new Fault(
        "nik.characters",
        new Text("bukan NIK: berisi tanda selain angka", "is not a NIK: it holds more than digits"),
        fix);
  }

  private static Fault damaged() {
    return new Fault(
        "nik.damaged",
        new Text(
            "dirusak Excel: angka ke-16 sudah hilang",
            "was damaged by Excel: its 16th digit is lost"),
        new Text(
            "jadikan kolom NIK teks di berkas sumber, lalu isi lagi dari KTP atau KK",
            "make the NIK column text in the source file, then enter it again from the KTP or KK"));
  }

  private static Fault birth() {
    return new Fault(
        "nik.date",
        new Text(
            "memuat tanggal lahir yang tidak ada (angka ke-7 sampai ke-12)",
            "holds a day of birth that does not exist (digits 7 to 12)"),
        new Text(
            "bandingkan dengan KTP atau KK, lalu betulkan sel di berkas sumber",
            "compare it with the KTP or KK, then correct the cell in the source file"));
  }

  private static Fault serial() {
    return new Fault(
        "nik.serial",
        new Text(
            "berakhir dengan nomor urut 0000, yang tidak pernah diterbitkan",
            "ends in the serial 0000, which is never issued"),
        new Text(
            "bandingkan dengan KTP atau KK, lalu betulkan sel di berkas sumber",
            "compare it with the KTP or KK, then correct the cell in the source file"));
  }

  private static Fault numberCell() {
    return new Fault(
        "id.number-cell",
        new Text(
            "adalah NIK di sel angka; Excel dapat merusaknya",
            "is a NIK in a number cell, where Excel can damage it"),
        new Text(
            "jadikan kolom NIK teks di berkas sumber",
            "make the NIK column text in the source file"));
  }
}
