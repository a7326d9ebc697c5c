package id.pde.normalise;

import id.pde.codes.CodeList;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.model.Cell;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** Values of a reference list, by code, name or variant. */
final class CodeReader implements ColumnReader {

  /** A power of two; most lists that a million rows speak of are shorter. */
  private static final int REMEMBERED = 256;

  private final Column.Context context;
  private final String name;
  private final @Nullable CodeList list;
  private final @Nullable String[] raws = new String[REMEMBERED];
  private final @Nullable String[] codes = new String[REMEMBERED];

  CodeReader(Column.Context context, String name, @Nullable CodeList list) {
    this.context = context;
    this.name = name;
    this.list = list;
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    int slot = (raw.hashCode() * 0x9E3779B1) >>> 24;
    if (raw.equals(raws[slot])) {
      return codes[slot];
    }
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    String code = find(tidy);
    if (code == null) {
      return unknown(tidy, findings);
    }
    raws[slot] = raw;
    codes[slot] = code;
    return code;
  }

  private @Nullable String find(String tidy) {
    return list == null ? null : list.find(tidy);
  }

  /** A number cell drops outer zeros: 35.10 arrives as 35.1, which may be another code. */
  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String plain = cell.text();
    String shown = NumberFormat.zeros(plain, cell.format());
    if (shown != null) {
      return text(shown, findings);
    }
    if (plain.indexOf('.') >= 0 && isCode(plain + "0")) {
      return findings.invalid(lostZero(isCode(plain)));
    }
    return text(plain, findings);
  }

  private boolean isCode(String text) {
    String found = find(text);
    return found != null && found.equals(text);
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return text(cell.text(), findings);
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return text(cell.text(), findings);
  }

  private @Nullable Object unknown(String tidy, Findings findings) {
    Fault unstorable = TextReader.unstorable(tidy);
    if (unstorable != null) {
      return findings.invalid(unstorable);
    }
    UnknownCode policy = context.spec().policies().unknown();
    if (policy == UnknownCode.KEEP) {
      findings.warn(notKnown(policy));
      return tidy;
    }
    return findings.reject(notKnown(policy));
  }

  private Fault notKnown(UnknownCode policy) {
    String file = "mappings/codes/" + name + ".csv";
    if (list == null) {
      return new Fault(
          "code.no-list",
          new Text(
              "tidak dapat dicari: daftar kode " + name + " tidak ada",
              "cannot be looked up: there is no code list " + name),
          new Text("tambahkan daftar kode " + file, "add the code list " + file));
    }
    Text fix =
        switch (policy) {
          case WAIT ->
              new Text(
                  "betulkan sel, atau putuskan kode untuk nilai ini (variants di " + file + ")",
                  "correct the cell, or decide the code of this value (variants in " + file + ")");
          case KEEP ->
              new Text(
                  "teksnya dimuat tanpa kode; tambahkan ke " + file + " bila benar",
                  "the text was loaded without a code; add it to " + file + " if it is right");
          case REJECT ->
              new Text(
                  "betulkan sel sesuai daftar " + file,
                  "correct the cell to match the list " + file);
        };
    return new Fault(
        "code.unknown",
        new Text("tidak ada dalam daftar kode " + name, "is not in the code list " + name),
        fix);
  }

  private Fault lostZero(boolean bothExist) {
    Text says =
        bothExist
            ? new Text(
                "dapat berarti dua kode: sel angka membuang nol di belakang",
                "can mean two codes: a number cell drops zeros at the end")
            : new Text(
                "bukan kode lengkap: sel angka membuang nol di belakang",
                "is not a whole code: a number cell drops zeros at the end");
    return new Fault(
        "code.damaged",
        says,
        new Text(
            "jadikan kolom kode teks di berkas sumber, lalu isi lagi",
            "make the code column text in the source file, then enter it again"));
  }
}
