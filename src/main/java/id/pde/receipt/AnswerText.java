package id.pde.receipt;

import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Period;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Approval;
import id.pde.run.FileNames;
import id.pde.run.Numbers;
import id.pde.run.Packed;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.resubmit.RepairWords;
import id.pde.run.resubmit.Resubmission;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The answer for people: a dozen plain lines at most, and the totals. */
final class AnswerText {

  private static final int REASONS = 3;
  private static final int LONGEST_REASON = 200;
  private static final List<String> MONTHS =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");

  private final RunReport report;
  private final AnswerFiles files;
  private final Language language;
  private final ZoneId zone;
  private @Nullable Repairs repairs;

  AnswerText(RunReport report, AnswerFiles files, Language language, ZoneId zone) {
    this.report = report;
    this.files = files;
    this.language = language;
    this.zone = zone;
  }

  /** The same, once the workbooks to correct are there. */
  AnswerText with(Repairs made) {
    AnswerText text = new AnswerText(report, files, language, zone);
    text.repairs = made;
    return text;
  }

  String text() {
    return joined(lines());
  }

  /** What the first sheet of the workbook to correct says of the run. */
  List<String> head() {
    return List.of(
        line("Hasil", "Outcome", outcome().in(language)),
        line("Baris", "Rows", balance(report.counts()).in(language)),
        line("Run", "Run", report.run() + ", " + moment(report.finished())));
  }

  /** One answer over several runs of one delivery. */
  static String together(List<AnswerText> texts) {
    AnswerText first = texts.get(0);
    List<String> all = new ArrayList<>();
    all.add(first.line("Kiriman", "Delivery", FileNames.shown(first.report.source().sent())));
    Text parts =
        new Text(
            texts.size() + " bagian, masing-masing dijawab di bawah ini",
            texts.size() + (texts.size() == 1 ? " part" : " parts") + ", each answered below");
    all.add(first.line("Hasil", "Outcome", parts.in(first.language)));
    for (AnswerText one : texts) {
      all.add("");
      Packed packed = one.report.source().packed();
      if (packed != null) {
        all.add(one.line("Berkas", "File", FileNames.shown(packed.member())));
      }
      if (packed == null || !one.report.unassigned()) {
        all.add(one.line("Pemetaan", "Mapping", one.report.mapping()));
      }
      List<String> lines = one.lines();
      all.addAll(lines.subList(1, lines.size()));
    }
    return joined(all);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(line("Kiriman", "Delivery", name()));
    lines.add(line("Hasil", "Outcome", outcome().in(language)));
    resubmission(lines);
    lines.add(line("Baris", "Rows", balance(report.counts()).in(language)));
    Period period = report.period();
    if (period != null) {
      lines.add(line("Periode", "Period", period.text()));
    }
    report.issues().stream()
        .limit(REASONS)
        .forEach(issue -> lines.add(line("Sebab", "Reason", reason(issue))));
    decision(lines);
    if (hasRejects()) {
      String rejects = FileNames.shown(FileNames.of(files.rejects()));
      lines.add(line("Baris yang ditolak", "Rejected rows", rejects));
    }
    repair(lines);
    lines.add(line("Langkah berikutnya", "Next", next().in(language)));
    lines.add(line("Run", "Run", report.run() + ", " + moment(report.finished())));
    lines.addAll(TotalsText.lines(report.totals(), language));
    return lines;
  }

  private void resubmission(List<String> lines) {
    Resubmission what = report.source().resubmission();
    if (what != null && what.number() > 0) {
      String words = RepairWords.of(what).in(language);
      lines.add(line("Perbaikan", "Correction", FileNames.shown(words)));
    }
  }

  private void repair(List<String> lines) {
    String name = repairs == null ? null : repairs.name(report);
    Text lacking = repairs == null ? null : repairs.lacking(report);
    if (name != null) {
      lines.add(line("Buku kerja perbaikan", "Workbook to correct", FileNames.shown(name)));
    } else if (lacking != null) {
      lines.add(line("Buku kerja perbaikan", "Workbook to correct", lacking.in(language)));
    }
  }

  /** What a person made of it; who it was is nobody's business outside. */
  private void decision(List<String> lines) {
    Approval approval = report.approval();
    Approval.Decision decision = approval == null ? null : approval.decision();
    if (decision != null && report.declined()) {
      String why = decision.reason();
      Text said =
          why.isEmpty()
              ? new Text("tidak disetujui petugas", "declined by an officer")
              : new Text("tidak disetujui petugas: " + why, "declined by an officer: " + why);
      lines.add(line("Keputusan", "Decision", FileNames.shown(said.in(language))));
    }
  }

  private boolean hasRejects() {
    return files.hasRejects() && report.counts().rejected() > 0;
  }

  private String line(String id, String en, String content) {
    return new Text(id, en).in(language) + ": " + content.replace("\n", " ").replace("\r", " ");
  }

  private String name() {
    return FileNames.shown(report.source().name());
  }

  private Text outcome() {
    Long related = report.related();
    return switch (report.outcome()) {
      case LOADED ->
          new Text("dimuat ke tabel " + report.table(), "loaded into table " + report.table());
      case LOADED_WITH_REJECTS ->
          new Text(
              "dimuat ke tabel " + report.table() + ", sebagian baris ditolak",
              "loaded into table " + report.table() + ", some rows were rejected");
      case WAITING -> {
        if (report.approval() != null) {
          yield new Text("menunggu persetujuan petugas", "waiting for the approval of an officer");
        }
        Text what = Objects.requireNonNullElse(report.waitsFor(), Text.same("?"));
        yield new Text("menunggu " + what.id(), "waiting for " + what.en());
      }
      case REFUSED ->
          new Text(
              "ditolak seluruhnya, tidak ada yang dimuat",
              "refused as a whole, nothing was loaded");
      case FAILED ->
          new Text(
              "gagal bukan karena kiriman, tidak ada yang dimuat",
              "failed through no fault of the delivery, nothing was loaded");
      case DUPLICATE ->
          new Text(
              "sudah pernah dimuat sebagai run " + related + ", tidak ada yang berubah",
              "was loaded before as run " + related + ", nothing changed");
    };
  }

  private static Text balance(Counts counts) {
    return new Text(
        Numbers.id(counts.read())
            + " dibaca = "
            + Numbers.id(counts.accepted())
            + " diterima + "
            + Numbers.id(counts.rejected())
            + " ditolak + "
            + Numbers.id(counts.filtered())
            + " disaring",
        Numbers.en(counts.read())
            + " read = "
            + Numbers.en(counts.accepted())
            + " accepted + "
            + Numbers.en(counts.rejected())
            + " rejected + "
            + Numbers.en(counts.filtered())
            + " filtered");
  }

  private String reason(IssueCount issue) {
    Text times =
        issue.count() == 1
            ? new Text("", "")
            : new Text(
                Numbers.id(issue.count()) + " kali, pertama di ",
                Numbers.en(issue.count()) + " times, first at ");
    String words =
        report.details().stream()
            .filter(
                detail ->
                    detail.code().equals(issue.code())
                        && detail.severity() == issue.severity()
                        && Objects.equals(detail.column(), issue.column()))
            .findFirst()
            .map(this::words)
            .orElse(issue.code());
    Text warning =
        issue.severity() == Severity.WARN ? new Text(" (peringatan)", " (warning)") : Text.same("");
    return times.in(language)
        + FileNames.shown(issue.example())
        + ": "
        + words
        + warning.in(language);
  }

  /** A closed value may stand in the rejected rows, which only its sender gets, but not here. */
  private String words(Issue detail) {
    String words = detail.message().in(language);
    String value = detail.value();
    if (!detail.open() && value != null && !value.isBlank()) {
      words = words.replace(value, "[REDACTED]").replace(value.strip(), "[REDACTED]");
    }
    String shown = FileNames.shown(words);
    return shown.length() <= LONGEST_REASON ? shown : shown.substring(0, LONGEST_REASON) + "...";
  }

  private Text next() {
    return switch (report.outcome()) {
      case LOADED -> new Text("tidak ada, terima kasih", "nothing, thank you");
      case LOADED_WITH_REJECTS ->
          repairs != null && repairs.name(report) != null
              ? new Text(
                  "perbaiki sel yang ditandai di buku kerja perbaikan, lalu kirim berkasnya lagi",
                  "correct the cells that are marked in the workbook to correct, then send the"
                      + " file again")
              : hasRejects()
                  ? new Text(
                      "perbaiki baris di berkas .tolak.csv dalam data Anda, lalu kirim berkasnya lagi",
                      "correct the rows of the .tolak.csv file in your data, then send the file again")
                  : new Text(
                      "perbaiki baris yang ditolak, lalu kirim berkasnya lagi",
                      "correct the rejected rows, then send the file again");
      case WAITING ->
          report.unassigned()
              ? report.details().get(0).fix()
              : report.approval() != null
                  ? new Text(
                      "tidak ada; kiriman dimuat sesudah disetujui petugas",
                      "nothing; the delivery is loaded once an officer approves it")
                  : new Text(
                      "tidak ada; kiriman akan dimuat kemudian, atau hubungi petugas data",
                      "nothing; the delivery will be loaded later, or ask the data officer");
      case REFUSED ->
          report.details().isEmpty() || report.declined()
              ? new Text("perbaiki lalu kirim lagi", "correct it and send it again")
              : report.details().get(0).fix();
      case FAILED ->
          new Text(
              "tidak ada; petugas data akan menanganinya",
              "nothing; the data officer will see to it");
      case DUPLICATE ->
          new Text(
              "tidak ada; kirim berkas yang baru bila datanya sudah berubah",
              "nothing; send a new file when the data have changed");
    };
  }

  private String moment(Instant instant) {
    ZonedDateTime moment = instant.atZone(zone);
    String time = DateTimeFormatter.ofPattern("HH.mm", Locale.ROOT).format(moment);
    String month = MONTHS.get(moment.getMonthValue() - 1);
    return switch (language) {
      case ID ->
          moment.getDayOfMonth()
              + " "
              + month
              + " "
              + moment.getYear()
              + " pukul "
              + time
              + " "
              + zone(moment);
      case EN ->
          DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH).format(moment)
              + " "
              + zone(moment);
    };
  }

  /** The zones of Indonesia have names that everybody there knows; others are shown as offsets. */
  private String zone(ZonedDateTime moment) {
    return switch (zone.getId()) {
      case "Asia/Jakarta", "Asia/Pontianak" -> "WIB";
      case "Asia/Makassar" -> "WITA";
      case "Asia/Jayapura" -> "WIT";
      default -> moment.getOffset().getId().equals("Z") ? "UTC" : "UTC" + moment.getOffset();
    };
  }
}
