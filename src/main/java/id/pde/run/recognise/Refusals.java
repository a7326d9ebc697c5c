package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a part of a delivery has no mapping, or has too many. */
final class Refusals {

  private static final int SHOWN = 4;
  private static final int NEAREST = 2;

  private static final Text FIX =
      new Text(
          "Samakan judul kolom dengan contoh lalu kirim lagi; atau petugas data memperbaiki"
              + " pemetaan, lalu `pde load BERKAS -m ID`.",
          "Write the headings as agreed and send it again; or the data officer corrects the mapping,"
              + " then `pde load FILE -m ID`.");

  private Refusals() {}

  /** No mapping takes the part. */
  static Issue none(Location place, List<Nearest> nearest, Collection<String> faulty) {
    String id =
        nearest.stream()
            .limit(NEAREST)
            .map(one -> near(one).id())
            .collect(Collectors.joining("; "));
    String en =
        nearest.stream()
            .limit(NEAREST)
            .map(one -> near(one).en())
            .collect(Collectors.joining("; "));
    return issue(
        "recognise.none",
        place,
        new Text(
            "Tidak cocok dengan pemetaan mana pun."
                + (id.isEmpty() ? "" : " Terdekat: " + id + ".")
                + faulty(faulty, " Belum benar, lihat `pde check`: "),
            "No mapping fits."
                + (en.isEmpty() ? "" : " Nearest: " + en + ".")
                + faulty(faulty, " With faults, see `pde check`: ")),
        FIX);
  }

  private static String faulty(Collection<String> ids, String words) {
    return ids.isEmpty() ? "" : words + String.join(", ", ids) + ".";
  }

  private static Text near(Nearest one) {
    String id = one.mapping().id();
    String lackingId = one.lacking().isEmpty() ? "" : "tanpa " + quoted(one.lacking(), "lagi");
    String lackingEn = one.lacking().isEmpty() ? "" : "lacking " + quoted(one.lacking(), "more");
    String unknownId =
        one.unknown().isEmpty() ? "" : "tidak dikenal " + quoted(one.unknown(), "lagi");
    String unknownEn = one.unknown().isEmpty() ? "" : "unknown " + quoted(one.unknown(), "more");
    if (lackingId.isEmpty() && unknownId.isEmpty()) {
      String asked = AskedForm.of(one.mapping().source());
      return asked.isEmpty()
          ? new Text(id + " (judulnya sama, bentuknya lain)", id + " (same headings, another form)")
          : new Text(
              id + " (judulnya sama, tetapi pemetaan itu meminta " + asked + ")",
              id + " (same headings, but that mapping asks for " + asked + ")");
    }
    return new Text(id + brackets(lackingId, unknownId), id + brackets(lackingEn, unknownEn));
  }

  private static String brackets(String one, String other) {
    String both = one.isEmpty() || other.isEmpty() ? one + other : one + "; " + other;
    return " (" + both + ")";
  }

  private static String quoted(List<String> headings, String more) {
    String shown =
        headings.stream()
            .limit(SHOWN)
            .map(heading -> "\"" + heading + "\"")
            .collect(Collectors.joining(", "));
    int rest = headings.size() - SHOWN;
    return rest > 0 ? String.format(Locale.ROOT, "%s, %d %s", shown, rest, more) : shown;
  }

  /** The headings fit mappings that expect another file name. */
  static Issue otherName(Location place, List<Mapping> fitting) {
    String ids = ids(fitting);
    String patterns =
        fitting.stream()
            .flatMap(mapping -> mapping.source().files().stream())
            .limit(SHOWN)
            .map(pattern -> "\"" + pattern + "\"")
            .collect(Collectors.joining(", "));
    return issue(
        "recognise.name",
        place,
        new Text(
            "Judul kolom cocok dengan "
                + ids
                + ", tetapi nama berkas tidak cocok dengan "
                + patterns
                + ".",
            "The headings fit "
                + ids
                + ", but the name of the file does not fit "
                + patterns
                + "."),
        new Text(
            "Ganti nama berkas lalu kirim lagi; atau petugas data menambah pola pada source.file.",
            "Rename the file and send it again; or the data officer adds a pattern to"
                + " source.file."));
  }

  /** Mappings that do not share their sheets all take the part. */
  static Issue several(Location place, List<Claimant> claimants) {
    String ids = ids(claimants.stream().map(Claimant::mapping).toList());
    return issue(
        "recognise.several",
        place,
        new Text(
            "Cocok dengan beberapa pemetaan: " + ids + ".", "Several mappings fit: " + ids + "."),
        new Text(
            "Petugas data: beri source.file yang berbeda, tulis with: [ID] pada salah satunya, atau"
                + " `pde load BERKAS -m ID`.",
            "The data officer: give them different source.file patterns, write with: [ID] in one of"
                + " them, or `pde load FILE -m ID`."));
  }

  private static String ids(List<Mapping> mappings) {
    return mappings.stream().map(Mapping::id).sorted().collect(Collectors.joining(", "));
  }

  private static Issue issue(String code, Location place, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, place, new Advice("source.file and headings", message, fix));
  }

  /** A sheet that the runs leave out, since people do not see it. */
  static Issue hidden(Location place) {
    return Issue.of(
        "sheet.hidden",
        Severity.WARN,
        place,
        new Advice(
            "source.hidden",
            new Text(
                "Lembar ini tersembunyi dan tidak dibaca.",
                "This sheet is hidden and is not read."),
            new Text(
                "Tampilkan lembarnya sebelum mengirim bila berisi data.",
                "Show the sheet before sending if it holds data.")));
  }

  /** A sheet beside those that the mapping of the file names. */
  static Issue leftOut(Location place, Mapping mapping) {
    return Issue.of(
        "sheet.left-out",
        Severity.WARN,
        place,
        new Advice(
            "source.sheet",
            new Text(
                "Lembar ini dilewati: " + mapping.id() + " menyebut lembar lain dari berkas ini.",
                "This sheet is passed over: " + mapping.id() + " names other sheets of this file."),
            new Text(
                "Tidak perlu apa-apa, kecuali lembar itu berisi data yang harus dimuat.",
                "Nothing to do, unless the sheet holds data that has to be loaded.")));
  }

  /** A sheet without a table: a cover, notes, a chart. */
  static Issue withoutTable(Location place) {
    return Issue.of(
        "sheet.without-table",
        Severity.WARN,
        place,
        new Advice(
            "source.sheet",
            new Text(
                "Lembar ini dilewati: tidak ada tabel di sana.",
                "This sheet is passed over: there is no table in it."),
            new Text(
                "Tidak perlu apa-apa bila lembar itu memang bukan data.",
                "Nothing to do if that sheet is no data.")));
  }
}
