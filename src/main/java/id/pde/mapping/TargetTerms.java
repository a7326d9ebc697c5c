package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Per;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.TargetSpec.Terms;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code per}, {@code else}, {@code repeated}, {@code owner} of the {@code target} block and
 * says where they or {@code delete-when} do not fit the rest.
 */
final class TargetTerms {

  static final String DELETE_WHEN = "delete-when";

  static final Choice<Repeated> REPEATED =
      Choice.of(
          Map.of(
              "reject",
              Repeated.REJECT,
              "first",
              Repeated.FIRST,
              "last",
              Repeated.LAST,
              "else",
              Repeated.ELSE));

  private static final Pattern NEWEST = Pattern.compile("newest\\s*\\(\\s*([^()]*?)\\s*\\)");

  private final Block target;
  private final Set<String> columns;

  TargetTerms(Block target, Set<String> columns) {
    this.target = target;
    this.columns = columns;
  }

  /** What happens to different rows with one key. */
  Repeated repeated() {
    return newest() == null ? repeatedWord() : Repeated.NEWEST;
  }

  private Repeated repeatedWord() {
    Scalar written = target.scalar("repeated");
    if (written != null && written.text().strip().startsWith("newest")) {
      target.fault(
          "target.repeated",
          new Where("repeated", written.place()),
          new Text("newest tanpa kolom", "newest without a column"),
          new Text(
              "tulis kolomnya, misalnya repeated: newest(diperbarui)",
              "write the column, such as repeated: newest(updated)"));
      return Repeated.REJECT;
    }
    return target.choice("repeated", REPEATED, Repeated.REJECT);
  }

  private @Nullable String newest() {
    Scalar written = target.scalar("repeated");
    Matcher found = written == null ? null : NEWEST.matcher(written.text().strip());
    return found != null && found.matches() && !found.group(1).isEmpty() ? found.group(1) : null;
  }

  /** The terms of a target with this key and mode. */
  Terms read(List<String> key, LoadMode load) {
    List<String> other = otherKey(key);
    Per per = per(load);
    if (target.has(DELETE_WHEN)) {
      checkDeletion(key, load);
    }
    return new Terms(per, other, newest(), owner(load, per), TargetSpec.Former.NONE);
  }

  private List<String> otherKey(List<String> key) {
    List<String> other = TargetReader.columns(target, "else", "target.else", columns);
    if (!other.isEmpty() && key.isEmpty() && target.lacks("key")) {
      target.fault(
          "target.else",
          target.where("else"),
          new Text("else adalah kunci cadangan, tetapi key tidak ada", "else needs a key"),
          new Text("tulis key: [kolom]", "write key: [column]"));
    }
    if (!other.isEmpty() && Set.copyOf(other).equals(Set.copyOf(key))) {
      target.fault(
          "target.else",
          target.where("else"),
          new Text("else sama dengan key", "else is the same as key"),
          new Text("tulis kolom lain", "write other columns"));
    }
    if (repeatedIsElse() && target.lacks("else")) {
      target.fault(
          "target.repeated",
          target.where("repeated"),
          new Text("repeated: else perlu else", "repeated: else needs else"),
          new Text("tulis else: [kolom, kolom]", "write else: [column, column]"));
    }
    return other;
  }

  private boolean repeatedIsElse() {
    Scalar written = target.scalar("repeated");
    return written != null && written.text().strip().equals("else");
  }

  private Per per(LoadMode load) {
    if (!target.has("per")) {
      return Per.TABLE;
    }
    if (load != LoadMode.REPLACE) {
      target.fault(
          "target.per",
          target.where("per"),
          new Text("per hanya untuk load: replace", "per is for load: replace only"),
          new Text("tulis load: replace, atau hapus per", "write load: replace, or drop per"));
    }
    if (target.node("per") instanceof Scalar word && word.text().equals("period")) {
      return new Per(true, List.of());
    }
    return new Per(false, TargetReader.columns(target, "per", "target.per", columns));
  }

  private void checkDeletion(List<String> key, LoadMode load) {
    if (key.isEmpty() && target.lacks("key")) {
      target.fault(
          "target.delete-when",
          target.where(DELETE_WHEN),
          new Text(
              "tanpa key tidak jelas baris mana yang dihapus",
              "without a key nobody knows which row is deleted"),
          new Text("tulis key: [kolom]", "write key: [column]"));
    } else if (load == LoadMode.APPEND) {
      target.fault(
          "target.delete-when",
          target.where(DELETE_WHEN),
          new Text("load: append tidak menghapus baris", "load: append deletes no row"),
          new Text("tulis load: merge", "write load: merge"));
    }
  }

  private @Nullable String owner(LoadMode load, Per per) {
    Scalar owner = target.scalar("owner");
    if (owner == null) {
      return null;
    }
    if (load == LoadMode.REPLACE && !per.parts() && !target.has("per")) {
      target.fault(
          "target.owner",
          target.where("load"),
          new Text(
              "load: replace akan menghapus baris pemetaan " + owner.shown(),
              "load: replace would delete the rows of the mapping " + owner.shown()),
          new Text(
              "tulis per: [kolom] yang membedakan bagian pemetaan ini, atau load: merge",
              "write per: [column] that tells this mapping's part apart, or load: merge"));
    }
    return owner.text().strip();
  }

  /** What is newest is a matter of dates and numbers. */
  static void checkNewest(Block target, TargetSpec spec, List<ColumnSpec> specs) {
    String newest = spec.terms().newest();
    if (newest == null) {
      return;
    }
    for (ColumnSpec column : specs) {
      if (column.name().equals(newest)) {
        if (!isOrdered(column.type()) || column.protect() != ColumnSpec.Protect.NONE) {
          target.fault(
              "target.repeated",
              target.where("repeated"),
              new Text(
                  newest + " bukan tanggal, waktu atau angka",
                  newest + " is no date, time or number"),
              new Text(
                  "pilih kolom date, timestamp, integer atau decimal",
                  "choose a column of type date, timestamp, integer or decimal"));
        }
        return;
      }
    }
    Set<String> names = specs.stream().map(ColumnSpec::name).collect(Collectors.toSet());
    target.fault(
        "target.repeated",
        target.where("repeated"),
        new Text(newest + " bukan kolom pemetaan ini", newest + " is not a column of this mapping"),
        Suggestion.fix(newest, names));
  }

  private static boolean isOrdered(ColumnType type) {
    return type instanceof ColumnType.DateType
        || type instanceof ColumnType.TimestampType
        || type instanceof ColumnType.IntegerType
        || type instanceof ColumnType.DecimalType;
  }
}
