package id.pde.source.layout;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LimitExceeded;
import id.pde.run.SourceUnreadable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the refusals and notes of the readers. */
public final class Faults {

  private static final Text SEND_AGAIN =
      new Text(
          "Buka berkas di program asalnya, simpan lagi, lalu kirim ulang.",
          "Open the file in the program that made it, save it again and send it again.");

  /** Limits with one variable each; those of the XML readers name theirs themselves. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "limit.cell", "PDE_READ_CELL_CHARACTERS",
          "limit.record", "PDE_READ_RECORD_CHARACTERS",
          "limit.columns", "PDE_READ_COLUMNS",
          "limit.rows", "PDE_READ_ROWS");

  private Faults() {}

  /** The whole delivery cannot be read. */
  public static SourceUnreadable unreadable(
      String code, Location where, Advice advice, @Nullable Throwable cause) {
    return new SourceUnreadable(Issue.of(code, Severity.REFUSE, where, advice), cause);
  }

  /** A limit was met; the advice names it. */
  public static LimitExceeded limit(
      String code, Location where, Text message, @Nullable Throwable cause) {
    Text fix =
        new Text(
            "Bagi datanya menjadi beberapa berkas yang lebih kecil, lalu kirim lagi.",
            "Divide the data into several smaller files and send them again.");
    Text named = named(code, message);
    return new LimitExceeded(
        Issue.of(code, Severity.REFUSE, where, new Advice(code, named, fix)), cause);
  }

  /** A message says by which variable its limit is set, if by any. */
  private static Text named(String code, Text message) {
    String setting = SETTINGS.get(code);
    if (setting == null || message.en().contains("PDE_READ_")) {
      return message;
    }
    return new Text(named(message.id(), setting), named(message.en(), setting));
  }

  private static String named(String sentence, String setting) {
    return sentence.substring(0, sentence.length() - 1) + " (" + setting + ").";
  }

  /** The file is of a kind but broken. */
  public static SourceUnreadable damaged(Location where, @Nullable Throwable cause) {
    return unreadable(
        "file.damaged",
        where,
        new Advice(
            "file.damaged",
            new Text(
                "Isi berkas rusak: tidak dapat dibaca sampai akhir.",
                "The content of the file is damaged: it cannot be read to its end."),
            SEND_AGAIN),
        cause);
  }

  /** The file could not be read from the disk. */
  public static SourceUnreadable unreachable(Location where, Throwable cause) {
    return unreadable(
        "file.unreachable",
        where,
        new Advice(
            "file.unreachable",
            new Text(
                "Berkas tidak dapat dibuka atau tidak dapat dibaca dari penyimpanan.",
                "The file cannot be opened or cannot be read from the disk."),
            new Text(
                "Periksa apakah berkas masih ada dan boleh dibaca, lalu coba lagi.",
                "Check that the file is still there and may be read, then try again.")),
        cause);
  }

  /** Something to know about a delivery that is read nevertheless. */
  public static Issue note(String code, Location where, Text message, Text fix) {
    return Issue.of(code, Severity.WARN, where, new Advice(code, message, fix));
  }
}
