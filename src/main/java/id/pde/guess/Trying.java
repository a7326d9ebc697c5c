package id.pde.guess;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.normalise.Binding;
import id.pde.normalise.Normaliser;
import id.pde.run.FileNames;
import id.pde.run.RowSource.RowVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the file once more with the finished proposal: what a plan would say of its rows. */
final class Trying implements RowVisitor {

  private final Mapping mapping;
  private final CodeLists codes;
  private final Map<String, Long> reasons = new TreeMap<>();
  private final StrayRows stray = new StrayRows();
  private @Nullable Normaliser normaliser;
  private long accepted;
  private long rejected;
  private long filtered;

  Trying(Mapping mapping, CodeLists codes) {
    this.mapping = mapping;
    this.codes = codes;
  }

  /** Rows that were taken for data, and seem to be none. */
  StrayRows stray() {
    return stray;
  }

  Mapping mapping() {
    return mapping;
  }

  @Override
  public void table(Header header) {
    Binding.Bound bound = Binding.bind(mapping, header);
    if (bound instanceof Binding.Bound.Fits fits) {
      normaliser = new Normaliser(mapping, codes, fits.binding());
    } else {
      normaliser = null;
      ((Binding.Bound.Misfit) bound).faults().forEach(this::reason);
    }
  }

  @Override
  public void row(Row row) {
    stray.see(row);
    if (normaliser == null) {
      rejected++;
      return;
    }
    if (normaliser.apply(row) instanceof Outcome.Rejected refused) {
      rejected++;
      refused.issues().forEach(this::reason);
    } else {
      accepted++;
    }
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    // A note in the first column is a row with too few fields in a text file.
    stray.see(row);
    rejected++;
    issues.forEach(this::reason);
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    filtered++;
  }

  @Override
  public void note(Issue issue) {
    // A plan shows the notes.
  }

  private void reason(Issue issue) {
    if (issue.severity() == Severity.WARN) {
      return;
    }
    reasons.merge(issue.code(), 1L, Long::sum);
  }

  /** The proposal with what came of it, and so tolerant that a plan of this file can run. */
  Proposal onto(Proposal proposal, String file) {
    Proposal said = proposal.with(remarks(file));
    if (rejected == 0 || (20 * rejected <= accepted + rejected && rejected <= 500)) {
      return said;
    }
    long percent = Math.min(100, 100 * rejected / (accepted + rejected) + 1);
    String rows = rejected <= 500 ? "" : ", reject-rows: " + rejected;
    return said.with(
        "tolerance",
        new Proposal.Line(
            "{rejects: " + percent + "%" + rows + "}",
            List.of(
                Remarks.of(
                    "dengan batas baku 5% dan 500 baris, kiriman ini ditolak seluruhnya",
                    "under the usual limits, 5% and 500 rows, this delivery is refused"))));
  }

  private List<Text> remarks(String file) {
    List<Text> remarks = new ArrayList<>();
    String name = FileNames.shown(file);
    remarks.add(
        new Text(
            "Usulan `pde guess` untuk \""
                + name
                + "\". Periksa baris bertanda \"# ?\", lalu simpan"
                + " sebagai mappings/<dinas>/<nama>.yaml.",
            "Proposed by `pde guess` for \""
                + name
                + "\". Check the lines marked \"# ?\", then save"
                + " as mappings/<agency>/<name>.yaml."));
    remarks.add(
        new Text(
            "Dengan usulan ini: "
                + accepted
                + " baris dimuat, "
                + rejected
                + " ditolak, "
                + filtered
                + " dilewati.",
            "With this proposal: "
                + accepted
                + " rows loaded, "
                + rejected
                + " rejected, "
                + filtered
                + " passed over."));
    if (!reasons.isEmpty()) {
      String codes =
          reasons.entrySet().stream()
              .map(reason -> reason.getKey() + " " + reason.getValue())
              .collect(Collectors.joining(", "));
      remarks.add(new Text("Alasan penolakan: " + codes, "Reasons of rejection: " + codes));
    }
    return remarks;
  }
}
