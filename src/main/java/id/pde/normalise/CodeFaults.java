package id.pde.normalise;

import id.pde.codes.Code;
import id.pde.codes.Lookup;
import id.pde.codes.Suggestion;
import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.model.Text;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said of values that find no code. */
final class CodeFaults {

  private static final int NAMED = 4;

  private final String list;
  private final String file;
  private final UnknownCode policy;
  private final boolean open;

  CodeFaults(Column.Context context, String list) {
    this.list = list;
    this.file = "mappings/codes/" + list + ".csv";
    this.policy = context.spec().policies().unknown();
    this.open = context.spec().open();
  }

  Fault noList() {
    return new Fault(
        "code.no-list",
        new Text(
            "tidak dapat dicari: daftar kode " + list + " tidak ada",
            "cannot be looked up: there is no code list " + list),
        new Text("tambahkan daftar kode " + file, "add the code list " + file));
  }

  /** Why a value is no code; what it may mean is told only where values may be seen. */
  Fault of(Lookup lookup, List<Suggestion> like) {
    if (lookup instanceof Lookup.Several several) {
      String codes = shown(several.codes());
      return new Fault(
          "code.undecided",
          new Text("dapat berarti beberapa kode", "can mean several codes"),
          Text.same(": " + codes),
          new Text(
              "tulis kodenya di sel ini, atau nyatakan level dan parent kolom ini di pemetaan",
              "write the code in this cell, or state level and parent of the column in the mapping"));
    }
    if (lookup instanceof Lookup.Outdated outdated) {
      return outdated(outdated.code());
    }
    if (lookup instanceof Lookup.OtherLevel other) {
      String level = String.valueOf(other.code().level());
      return new Fault(
          "code.level",
          new Text(
              "bukan kode tingkat kolom ini, melainkan " + level,
              "is not a code of this column's level, but of the level " + level),
          fix(List.of()));
    }
    return new Fault(
        "code.unknown",
        new Text("tidak ada dalam daftar kode " + list, "is not in the code list " + list),
        fix(open ? like : List.of()));
  }

  private Fault outdated(Code code) {
    String from = code.validity().from() == null ? "..." : code.validity().from().toString();
    String to = code.validity().to() == null ? "..." : code.validity().to().toString();
    String after = String.join(", ", code.successors());
    return new Fault(
        "code.outdated",
        new Text(
            "hanya berlaku " + from + " sampai " + to + ", bukan pada periode data ini",
            "was valid from " + from + " to " + to + " only, not in the period of these data"),
        after.isEmpty()
            ? new Text(
                "pakai kode yang berlaku pada periode data, atau betulkan valid_from dan valid_to di "
                    + file,
                "use a code that is valid in the period of the data, or correct valid_from and"
                    + " valid_to in "
                    + file)
            : new Text("penggantinya: " + after, "what took its place: " + after));
  }

  Fault otherParent(Code code, @Nullable String parent) {
    return new Fault(
        "code.parent",
        new Text(
            "tidak terletak di bawah kode induk baris ini",
            "does not lie below the code above it in this row"),
        new Text(
            ": induknya " + code.parent() + ", bukan " + parent,
            ": it lies below " + code.parent() + ", not " + parent),
        new Text(
            "betulkan sel ini atau sel induknya di berkas sumber",
            "correct this cell, or that of the code above, in the source file"));
  }

  /** A value that was taken for the code it is like, as the mapping allows. */
  Fault similar(Suggestion like) {
    return new Fault(
        "code.similar",
        new Text("dibaca sebagai kode yang mirip", "was read as the code that it is like"),
        Text.same(": " + shown(List.of(like.code()))),
        new Text(
            "bila salah, betulkan sel ini; bila benar, tambahkan ejaannya ke " + file,
            "if that is wrong, correct the cell; if it is right, add the spelling to " + file));
  }

  private Text fix(List<Suggestion> like) {
    String maybe = shown(like.stream().map(Suggestion::code).toList());
    Text guess =
        maybe.isEmpty()
            ? Text.same("")
            : new Text("mungkin maksudnya " + maybe + "; ", "maybe it means " + maybe + "; ");
    Text todo =
        switch (policy) {
          case WAIT ->
              new Text(
                  "betulkan sel, atau putuskan kodenya: pde codes decide " + list,
                  "correct the cell, or decide its code: pde codes decide " + list);
          case KEEP ->
              new Text(
                  "teksnya dimuat tanpa kode; bila benar, putuskan kodenya: pde codes decide "
                      + list,
                  "the text was loaded without a code; if it is right, decide its code: pde codes"
                      + " decide "
                      + list);
          case REJECT ->
              new Text(
                  "betulkan sel sesuai daftar " + file,
                  "correct the cell to match the list " + file);
        };
    return new Text(guess.id() + todo.id(), guess.en() + todo.en());
  }

  private static String shown(List<Code> codes) {
    String named =
        codes.stream()
            .limit(NAMED)
            .map(code -> code.name() + " (" + code.code() + ")")
            .collect(Collectors.joining(", "));
    return codes.size() > NAMED ? named + ", ..." : named;
  }

  Fault lostZero(boolean bothExist) {
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
