package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Beyond;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;

/** What a delivery may not do, however good its single rows are. */
final class Guards {

  private final Mapping mapping;
  private final Location whole;

  Guards(Mapping mapping, String delivery) {
    this.mapping = mapping;
    this.whole = new Location.Whole(delivery);
  }

  /**
   * Why the delivery is refused, or, as warnings, held for a second person; empty: it passes.
   *
   * @param present rows that the table held before, as far as the delivery speaks of them
   */
  List<Issue> findings(Counts counts, long present) {
    List<Issue> findings = new ArrayList<>();
    Empty empty = tolerance().empty();
    if (counts.accepted() == 0 && counts.rejected() == 0 && empty != Empty.ACCEPT) {
      Issue found = counts.read() == 0 ? noRows() : allFiltered(counts);
      findings.add(empty == Empty.HOLD ? Holding.held(found) : found);
    }
    List<Issue> beyond = new ArrayList<>();
    if (tooManyRejects(counts)) {
      beyond.add(tolerance(counts));
    }
    if (mapping.target().load() == LoadMode.REPLACE
        && Holding.exceeds(counts.deleted(), tolerance().shrink(), present)) {
      beyond.add(shrink(counts, present));
    }
    for (Issue found : beyond) {
      findings.add(tolerance().beyond() == Beyond.HOLD ? Holding.held(found) : found);
    }
    return findings;
  }

  private Tolerance tolerance() {
    return mapping.tolerance();
  }

  private boolean tooManyRejects(Counts counts) {
    return counts.rejected() > tolerance().rejectRows()
        || Holding.exceeds(
            counts.rejected(), tolerance().rejects(), counts.accepted() + counts.rejected());
  }

  private Issue noRows() {
    return refuse(
        "delivery.no-rows",
        new Issue.Advice(
            "tolerance: {empty: refuse} of " + mapping.id(),
            new Text(
                "tidak ada satu baris data pun di bawah judul kolom",
                "there is not one row of data below the headings"),
            new Text(
                "kirim berkas yang berisi data; bila kiriman kosong memang wajar, nyatakan"
                    + " `tolerance: {empty: accept}` di mapping",
                "send a file with data; if an empty delivery is normal, declare `tolerance: {empty:"
                    + " accept}` in the mapping")));
  }

  private Issue allFiltered(Counts counts) {
    return refuse(
        "delivery.all-filtered",
        new Issue.Advice(
            "tolerance: {empty: refuse} of " + mapping.id(),
            new Text(
                "ke-"
                    + Numbers.id(counts.read())
                    + " baris semuanya disaring, tidak ada data yang"
                    + " tersisa",
                "all " + Numbers.en(counts.read()) + " rows were filtered, no data is left"),
            new Text(
                "periksa isi berkas dan aturan `skip`, `hidden` dan `where` di mapping",
                "check the file and the mapping's `skip`, `hidden` and `where`")));
  }

  private Issue tolerance(Counts counts) {
    long checked = counts.accepted() + counts.rejected();
    String share = tolerance().rejects().movePointRight(2).stripTrailingZeros().toPlainString();
    long rows = tolerance().rejectRows();
    return refuse(
        "tolerance.exceeded",
        new Issue.Advice(
            "tolerance: {rejects: " + share + "%, reject-rows: " + rows + "} of " + mapping.id(),
            new Text(
                Numbers.id(counts.rejected())
                    + " dari "
                    + Numbers.id(checked)
                    + " baris ditolak, lebih dari batas "
                    + share.replace('.', ',')
                    + "% atau "
                    + Numbers.id(rows)
                    + " baris",
                Numbers.en(counts.rejected())
                    + " of "
                    + Numbers.en(checked)
                    + " rows were rejected, more than the limit of "
                    + share
                    + "% or "
                    + Numbers.en(rows)
                    + " rows"),
            new Text(
                "perbaiki baris-baris itu lalu kirim lagi seluruh berkas",
                "correct those rows and send the whole file again")));
  }

  private Issue shrink(Counts counts, long present) {
    String share = tolerance().shrink().movePointRight(2).stripTrailingZeros().toPlainString();
    String table = mapping.target().table();
    return refuse(
        "shrink.exceeded",
        new Issue.Advice(
            "tolerance: {shrink: " + share + "%} of " + mapping.id(),
            new Text(
                "kiriman ini akan menghapus "
                    + Numbers.id(counts.deleted())
                    + " dari "
                    + Numbers.id(present)
                    + " baris tabel "
                    + table
                    + ", lebih dari batas "
                    + share.replace('.', ',')
                    + "%",
                "this delivery would delete "
                    + Numbers.en(counts.deleted())
                    + " of "
                    + Numbers.en(present)
                    + " rows of table "
                    + table
                    + ", more than the limit of "
                    + share
                    + "%"),
            new Text(
                "kirim data yang lengkap; bila penyusutan itu benar, naikkan `tolerance: {shrink}`"
                    + " di mapping",
                "send the complete data; if the shrinking is right, raise `tolerance: {shrink}` in"
                    + " the mapping")));
  }

  private Issue refuse(String code, Issue.Advice advice) {
    return Issue.of(code, Severity.REFUSE, whole, advice);
  }
}
