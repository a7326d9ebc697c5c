package id.pde.normalise;

import id.pde.mapping.Identifier;
import id.pde.model.Text;

/** What can be wrong with any identifier, in its own words. */
final class IdentifierFaults {

  static final Text COMPARE =
      new Text(
          "bandingkan dengan dokumen aslinya, lalu betulkan sel di berkas sumber",
          "compare it with the original document, then correct the cell in the source file");

  private final Identifier identifier;
  private final String word;
  private final Column.Context context;

  IdentifierFaults(Identifier identifier, Column.Context context) {
    this.identifier = identifier;
    this.word = identifier.word();
    this.context = context;
  }

  Text name() {
    return new Text(identifier.indonesian(), identifier.english());
  }

  /** A fault of this identifier alone: its code is the word of the type, a dot and a part. */
  Fault of(String part, Text says) {
    return new Fault(word + "." + part, says, COMPARE);
  }

  Fault length(int digits, String wanted) {
    return new Fault(
        word + ".length",
        new Text(
            "memiliki " + digits + " angka, bukan " + wanted.replace("or", "atau"),
            "has " + digits + " digits, not " + wanted),
        COMPARE);
  }

  Fault characters(String tidy, boolean onlyLetterO) {
    Text fix =
        onlyLetterO
            ? new Text(
                "ganti huruf O dengan angka 0 di berkas sumber",
                "replace the letter O by the digit 0 in the source file")
            : NumberFaults.isNoValueWord(tidy) ? NumberFaults.noValueFix(context) : COMPARE;
    return new Fault(
        word + ".characters",
        new Text(
            "bukan " + identifier.indonesian() + ": berisi tanda selain angka",
            "is not " + identifier.english() + ": it holds more than digits"),
        fix);
  }

  Fault damaged() {
    return new Fault(
        word + ".damaged",
        new Text(
            "dirusak Excel: hanya 15 angka pertamanya yang tersimpan",
            "was damaged by Excel: it keeps only the first 15 digits"),
        new Text(
            "jadikan kolom ini teks di berkas sumber, lalu isi lagi dari dokumen aslinya",
            "make this column text in the source file, then enter it again from the original"
                + " document"));
  }

  Fault numberCell() {
    return new Fault(
        "id.number-cell",
        new Text(
            "adalah " + identifier.indonesian() + " di sel angka; Excel dapat merusaknya",
            "is " + identifier.english() + " in a number cell, where Excel can damage it"),
        new Text(
            "jadikan kolom ini teks di berkas sumber", "make this column text in the source file"));
  }
}
