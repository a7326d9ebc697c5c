package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why nothing is shown of a bundle. */
final class BundleFaults {

  private static final int SHOWN = 20;

  private BundleFaults() {}

  static Issue noSuchSheet(Path file, @Nullable String sheet, List<GridSource.Title> there) {
    String names = names(there.stream().map(GridSource.Title::name).toList());
    return issue(
        "sheet.missing",
        file,
        sheet == null
            ? new Text(
                "Tidak ada lembar yang dapat dibaca dalam arsip ini. " + names,
                "No sheet of this archive can be read. " + names)
            : new Text(
                "Lembar \"" + FileNames.shown(sheet) + "\" tidak ada. Yang ada: " + names,
                "There is no sheet \"" + FileNames.shown(sheet) + "\". There are: " + names),
        new Text(
            "Lihat nama lembar dengan --sheets.", "See the names of the sheets with --sheets."));
  }

  static Issue notOne(Path file, List<String> readable) {
    String names = names(readable);
    return issue(
        readable.isEmpty() ? "zip.unreadable" : "zip.several",
        file,
        readable.isEmpty()
            ? new Text(
                "Tidak ada berkas yang dapat dibaca dalam arsip ini.",
                "No file of this archive can be read.")
            : new Text(
                "Arsip ini berisi beberapa berkas: " + names,
                "This archive holds several files: " + names),
        readable.isEmpty()
            ? new Text(
                "Kirim berkas Excel atau CSV itu tanpa arsip.",
                "Send the Excel or CSV file without an archive.")
            : new Text(
                "Keluarkan berkas dari arsip, lalu pilih salah satu.",
                "Unpack the archive and choose one of the files."));
  }

  private static String names(List<String> names) {
    return names.stream().limit(SHOWN).map(FileNames::shown).collect(Collectors.joining(", "))
        + (names.size() > SHOWN ? ", ..." : "");
  }

  private static Issue issue(String code, Path file, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole(FileNames.of(file)),
        new Advice(code, message, fix));
  }
}
