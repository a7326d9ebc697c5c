package id.pde.source;

import id.pde.mapping.SourceSpec.Format;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Refuses what is not read, and what is not what the mapping says. */
final class FileCheck {

  private FileCheck() {}

  /** Passes a kind that is read, and that the mapping declares. */
  static void readable(FileKind kind, Location whole, Format declared) {
    if (kind.refusal() != null) {
      throw refused(kind, whole, null);
    }
    if (kind == FileKind.HTML && declared == Format.CSV) {
      throw refused(FileKind.WEB_PAGE, whole, null);
    }
    if (!fits(kind, declared)) {
      throw Faults.unreadable("format.differs", whole, differs(kind, declared), null);
    }
  }

  /** The refusal of a kind that is not read. */
  static SourceUnreadable refused(FileKind kind, Location whole, @Nullable Throwable cause) {
    FileKind.Refusal refusal = kind.refusal();
    if (refusal == null) {
      return Faults.damaged(whole, cause);
    }
    return Faults.unreadable(
        refusal.code(), whole, new Advice(refusal.code(), refusal.message(), refusal.fix()), cause);
  }

  private static boolean fits(FileKind kind, Format declared) {
    return switch (declared) {
      case AUTO, ROWS -> true;
      case CSV, FIXED -> kind == FileKind.TEXT;
      case XLSX -> kind == FileKind.XLSX;
      case XLS -> kind == FileKind.XLS;
      case ODS -> kind == FileKind.ODS;
      case MDB -> kind == FileKind.MDB;
      case DBF -> kind == FileKind.DBF;
      case JSON -> kind == FileKind.JSON;
      case HTML -> kind == FileKind.HTML;
      case XMLSS -> kind == FileKind.XMLSS;
    };
  }

  private static Advice differs(FileKind kind, Format declared) {
    String found = kind == FileKind.TEXT ? "csv" : kind.name().toLowerCase(Locale.ROOT);
    String wanted = declared.name().toLowerCase(Locale.ROOT);
    return new Advice(
        "source.format",
        new Text(
            "Isi berkas ini " + found + ", padahal pemetaan meminta " + wanted + ".",
            "The content of this file is " + found + ", but the mapping asks for " + wanted + "."),
        new Text(
            "Kirim berkas " + wanted + ", atau tulis \"format: auto\" di pemetaan.",
            "Send a file of " + wanted + ", or write \"format: auto\" in the mapping."));
  }
}
