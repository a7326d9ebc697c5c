package id.pde.normalise;

import id.pde.model.Period;
import id.pde.model.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words for dates and moments that cannot be taken. */
final class DateFaults {

  /** Excel's days of the years 1954 to 2119, where a cell lost its date format. */
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:[.,]\\d+)?");

  private final String type;
  private final Text name;
  private final Column.Context context;

  DateFaults(String type, Text name, Column.Context context) {
    this.type = type;
    this.name = name;
    this.context = context;
  }

  Fault invalid(String raw) {
    List<String> formats = context.spec().reading().patterns();
    Text form =
        formats.isEmpty()
            ? name
            : new Text(
                name.id() + " berbentuk " + String.join(" atau ", formats),
                name.en() + " in the form " + String.join(" or ", formats));
    Text declare =
        new Text(
            "betulkan sel, atau tulis bentuknya pada format di " + context.place(),
            "correct the cell, or add its form to format at " + context.place());
    return new Fault(
        type + ".invalid",
        new Text("bukan " + form.id(), "is not " + form.en()),
        NumberFaults.isNoValueWord(raw) ? NumberFaults.noValueFix(context) : declare);
  }

  /** Why a text is no date at all. */
  Fault unread(String tidy) {
    if (SERIAL.matcher(tidy).matches()) {
      return number();
    }
    return PartialDate.is(tidy) ? incomplete() : invalid(tidy);
  }

  private Fault incomplete() {
    return new Fault(
        type + ".incomplete",
        new Text(
            "tidak menyebut hari, bulan dan tahun sekaligus",
            "does not name all of day, month and year"),
        new Text(
            "tulis tanggalnya lengkap; jika kolom ini memang berisi bulan atau tahun, ganti type"
                + " menjadi period di "
                + context.place(),
            "write the whole date; if the column does hold months or years, change the type to"
                + " period at "
                + context.place()));
  }

  /** What speaks against a day that is taken: its weekday, and the period of the row. */
  void doubts(DateScanner scanner, LocalDate day, @Nullable Period period, Findings findings) {
    if (scanner.found().contradicts(day)) {
      findings.warn(otherWeekday());
    }
    if (scanner.shortYear() && Century.doubtful(day, period)) {
      findings.warn(century(day));
    }
  }

  private Fault otherWeekday() {
    return new Fault(
        type + ".weekday",
        new Text(
            "menyebut nama hari yang bukan hari tanggal itu",
            "names another weekday than that of its date"),
        new Text(
            "periksa tanggal dan nama harinya di berkas sumber",
            "see to the date and its weekday in the source file"));
  }

  private Fault century(LocalDate day) {
    LocalDate other = Century.other(day);
    return new Fault(
        type + ".century",
        new Text(
            "memakai tahun dua angka; abadnya diragukan menurut periode data",
            "has a two-digit year whose century is in doubt by the period of the data"),
        new Text(
            ": dibaca " + day + ", mungkin " + other, ": read as " + day + ", may be " + other),
        new Text(
            "tulis tahun dengan empat angka di berkas sumber",
            "write the year with four digits in the source file"));
  }

  /** 13/8/2024 under M/d/yyyy: day and month are never exchanged unasked. */
  Fault otherForm(LocalDate day) {
    List<String> forms = context.spec().reading().patterns();
    return new Fault(
        type + ".impossible",
        new Text(
            "bukan tanggal menurut " + String.join(" atau ", forms),
            "is no date under " + String.join(" or ", forms)),
        new Text(": dengan bentuk lain " + day, ": in another form it is " + day),
        new Text(
            "betulkan sel; jika kolom ini memakai dua urutan, nyatakan kedua bentuknya pada format"
                + " di "
                + context.place(),
            "correct the cell; if the column is written in two orders, declare both in format at "
                + context.place()));
  }

  Fault otherKind() {
    return CellFaults.otherKind(type + ".invalid", name);
  }

  Fault impossible() {
    return new Fault(
        type + ".impossible",
        new Text(
            "menyebut hari atau jam yang tidak ada", "names a day or time that does not exist"),
        NumberFaults.CORRECT);
  }

  Fault ambiguous(String first, String second, boolean shortYear) {
    String form = shortYear ? "dd/MM/yy (1930-2029)" : "dd/MM/yyyy";
    return new Fault(
        type + ".ambiguous",
        new Text("dapat dibaca sebagai dua tanggal", "can be read as two dates"),
        new Text(": " + first + " atau " + second, ": " + first + " or " + second),
        new Text(
            "tulis bentuknya pada format di " + context.place() + ", misalnya " + form,
            "declare its form in format at " + context.place() + ", such as " + form));
  }

  Fault exchanged() {
    return new Fault(
        type + ".exchanged",
        new Text(
            "dibaca dengan bulan di depan hari, sesuai NIK atau NIP di baris ini",
            "was read with the month before the day, as the NIK or NIP of the row has it"),
        new Text(
            "tulis tanggal dengan urutan yang sama di seluruh kolom",
            "write the dates of the column in one order"));
  }

  /** 43694 may count from 1900 or from 1904, and may be no date at all. */
  Fault number() {
    return new Fault(
        type + ".number",
        new Text("adalah angka, bukan " + name.id(), "is a number, not " + name.en()),
        new Text(
            "beri sel format tanggal di Excel, lalu simpan dan kirim lagi",
            "give the cell a date format in Excel, then save and send it again"));
  }

  Fault timeDropped() {
    return new Fault(
        "date.time",
        new Text(
            "memuat jam; hanya tanggalnya yang disimpan", "holds a time; only its day is kept"),
        new Text(
            "hapus jamnya, atau ganti type menjadi timestamp di " + context.place(),
            "remove the time, or change the type to timestamp at " + context.place()));
  }

  Fault otherDay(String zone) {
    return new Fault(
        "date.ambiguous",
        new Text(
            "jatuh pada hari lain menurut zona waktu " + zone,
            "falls on another day in the time zone " + zone),
        new Text(
            "kirim tanggal tanpa jam, atau ganti type menjadi timestamp di " + context.place(),
            "send the day without a time, or change the type to timestamp at " + context.place()));
  }

  Fault noTime() {
    return new Fault(
        "timestamp.no-time",
        new Text("tidak menyebut jam", "names no time of day"),
        new Text(
            "tambahkan jamnya, atau nyatakan format tanpa jam di "
                + context.place()
                + " agar dibaca sebagai 00:00",
            "add the time, or declare a format without time at "
                + context.place()
                + " to have it read as 00:00"));
  }

  Fault gap(String zone) {
    return new Fault(
        "timestamp.gap",
        new Text(
            "tidak ada di zona waktu " + zone + ": jam dimajukan saat itu",
            "does not exist in the time zone " + zone + ": clocks went forward then"),
        new Text(
            "tulis waktu dengan selisihnya, misalnya +07:00",
            "write the time with its offset, such as +07:00"));
  }

  Fault overlap(String zone) {
    return new Fault(
        "timestamp.ambiguous",
        new Text(
            "ada dua kali di zona waktu " + zone + ": jam dimundurkan saat itu",
            "happened twice in the time zone " + zone + ": clocks went back then"),
        new Text(
            "tulis waktu dengan selisihnya, misalnya +07:00",
            "write the time with its offset, such as +07:00"));
  }
}
