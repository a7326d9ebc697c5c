package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.List;

/** Whether a record can be told from others: by its key, or by the key that takes its place. */
final class KeyColumns {

  private final int[] key;
  private final int[] other;
  private final Column[] columns;
  private final String keyNames;
  private final String otherNames;
  private final String rule;

  KeyColumns(Mapping mapping, Column[] columns) {
    TargetSpec target = mapping.target();
    this.columns = columns.clone();
    this.key = positions(mapping, target.key());
    this.other = positions(mapping, target.terms().otherKey());
    this.keyNames = String.join(", ", target.key());
    this.otherNames = String.join(", ", target.terms().otherKey());
    this.rule = "target: {key: [" + keyNames + "], else: [" + otherNames + "]} of " + mapping.id();
  }

  private static int[] positions(Mapping mapping, List<String> names) {
    return names.stream().mapToInt(mapping::column).toArray();
  }

  /** Whether one of the two keys is all there. */
  boolean isComplete(RowSoFar row) {
    return isFilled(row, key) || (other.length > 0 && isFilled(row, other));
  }

  /** Says by what a record is told from others whose key is unusable. */
  void look(RowSoFar row, Findings findings) {
    if (other.length == 0 || isFilled(row, key)) {
      return;
    }
    Column first = columns[firstEmpty(row)];
    if (isFilled(row, other)) {
      findings.broken(first, Severity.WARN, "key.else", instead());
    } else if (!findings.rejected()) {
      findings.broken(first, Severity.REJECT, "key.unusable", neither());
    }
  }

  private static boolean isFilled(RowSoFar row, int[] positions) {
    for (int position : positions) {
      if (row.value(position) == null) {
        return false;
      }
    }
    return true;
  }

  private int firstEmpty(RowSoFar row) {
    for (int position : key) {
      if (row.value(position) == null) {
        return position;
      }
    }
    return key[0];
  }

  private Advice instead() {
    return new Advice(
        rule,
        new Text(
            "kunci (" + keyNames + ") tidak dapat dipakai; baris dikenali dari " + otherNames,
            "the key (" + keyNames + ") is unusable; the row is known by " + otherNames),
        new Text(
            "perbaiki kuncinya di berkas sumber, lalu kirim lagi",
            "correct the key in the source file, then send it again"));
  }

  private Advice neither() {
    return new Advice(
        rule,
        new Text(
            "kunci (" + keyNames + ") tidak dapat dipakai, dan " + otherNames + " tidak lengkap",
            "the key (" + keyNames + ") is unusable, and " + otherNames + " are not complete"),
        new Text(
            "isi salah satunya di berkas sumber, lalu kirim lagi",
            "fill in one of them in the source file, then send it again"));
  }
}
