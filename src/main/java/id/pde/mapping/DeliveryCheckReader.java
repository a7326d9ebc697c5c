package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.DeliveryCheck.Label;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code checks}. */
final class DeliveryCheckReader {

  private static final int MAX_CHECKS = 100;

  /** What a check is about, with the keys that may stand beside it. */
  private static final Map<String, Set<String>> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("sum", Set.of("equals", "by", "margin", "within"));
    SUBJECTS.put("count", Set.of("equals", "margin", "within"));
    SUBJECTS.put("complete", Set.of("by"));
    SUBJECTS.put("column", Set.of("in"));
    SUBJECTS.put("unique", Set.of());
    SUBJECTS.put("duplicates", Set.of());
    SUBJECTS.put("outliers", Set.of("by", "beyond"));
  }

  private static final Set<String> OF_ALL = Set.of("name", "severity");

  private static final Pattern TABLE =
      Pattern.compile("([a-z][a-z0-9_]{0,62})\\.([a-z][a-z0-9_]{0,62})");

  private final Block top;
  private final DeliveryCheckColumns columns;
  private final DeliverySumReader sums;
  private final Set<String> names = new HashSet<>();

  DeliveryCheckReader(Block top, SourceSpec source, DeliveryCheckColumns columns) {
    this.top = top;
    this.columns = columns;
    this.sums = new DeliverySumReader(source, columns);
  }

  /** The checks that are without fault. */
  List<DeliveryCheck> read() {
    YamlNode node = top.node("checks");
    List<DeliveryCheck> checks = new ArrayList<>();
    if (node == null) {
      return checks;
    }
    if (!(node instanceof Items items)) {
      top.fault(
          "mapping.shape",
          top.where("checks"),
          new Text("checks bukan daftar", "checks is not a list"),
          new Text(
              "tulis - {name: lengkap, complete: kelurahan, severity: warn}",
              "write - {name: whole, complete: kelurahan, severity: warn}"));
      return checks;
    }
    if (items.nodes().size() > MAX_CHECKS) {
      top.fault(
          "mapping.size",
          top.where("checks"),
          new Text(
              items.nodes().size() + " pemeriksaan; batasnya " + MAX_CHECKS,
              items.nodes().size() + " checks; the limit is " + MAX_CHECKS),
          new Text("bagi pemetaannya", "split the mapping"));
      return checks;
    }
    for (int i = 0; i < items.nodes().size(); i++) {
      YamlNode one = items.nodes().get(i);
      Spot spot = new Spot(top.path("checks") + "[" + (i + 1) + "]", top.faults());
      Block block = Block.of(one, Level.CHECK, spot);
      DeliveryCheck check = one instanceof Entries ? check(block) : null;
      if (check != null) {
        checks.add(check);
      }
    }
    return checks;
  }

  private @Nullable DeliveryCheck check(Block block) {
    Label label = label(block);
    String subject = subject(block);
    if (label == null || subject == null) {
      return null;
    }
    DeliveryCheck check =
        switch (subject) {
          case "sum", "count" -> sums.read(block, label, subject);
          case "complete" -> complete(block, label);
          case "column" -> in(block, label);
          case "outliers" -> outliers(block, label);
          default -> twins(block, label, subject);
        };
    if (check != null && !check.ofRows() && label.severity() == Severity.REJECT) {
      block.fault(
          "check.severity",
          block.where("severity"),
          new Text(
              subject + " menilai seluruh kiriman, tidak ada baris yang dapat ditolak",
              subject + " judges the delivery, there is no row to reject"),
          new Text("tulis severity: warn atau refuse", "write severity: warn or refuse"));
    }
    return check;
  }

  private @Nullable Label label(Block block) {
    Scalar written = block.scalar("name");
    for (String key : List.of("name", "severity")) {
      if (block.lacks(key)) {
        block.fault(
            "mapping.missing",
            new Where(key, block.place()),
            new Text(key + " tidak ada", key + " is missing"),
            key.equals("name")
                ? new Text("tulis misalnya name: lengkap", "write for example name: complete")
                : new Text("tulis misalnya severity: warn", "write for example severity: warn"));
      }
    }
    Severity severity = block.choice("severity", RulesReader.SEVERITIES, Severity.WARN);
    if (written == null) {
      return null;
    }
    if (!Names.fits(written.text()) || !names.add(written.text())) {
      String shown = Quoted.of(written.text());
      block.fault(
          "check.name",
          new Where("name", written.place()),
          Names.fits(written.text())
              ? new Text("ada dua pemeriksaan bernama " + shown, "two checks are named " + shown)
              : new Text(shown + " bukan nama pemeriksaan", shown + " is not a name for a check"),
          new Text(
              "tulis huruf kecil, angka dan _ saja, masing-masing nama sekali",
              "write small letters, digits and _ only, every name once"));
    }
    return new Label(written.text(), severity, written.place());
  }

  /** The one key that says what is checked. */
  private static @Nullable String subject(Block block) {
    List<String> found = SUBJECTS.keySet().stream().filter(block::has).toList();
    if (found.size() != 1) {
      if (SUBJECTS.keySet().stream().allMatch(block::lacks) || found.size() > 1) {
        String all = String.join(", ", SUBJECTS.keySet());
        block.fault(
            "check.subject",
            new Where("", block.place()),
            found.isEmpty()
                ? new Text("tidak ada yang diperiksa", "nothing is checked here")
                : new Text(
                    "di sini diperiksa dua hal: " + String.join(", ", found),
                    "two things are checked here: " + String.join(", ", found)),
            new Text("tulis satu dari " + all, "write one of " + all));
      }
      return null;
    }
    String subject = found.get(0);
    Set<String> beside = Objects.requireNonNull(SUBJECTS.get(subject));
    for (String key : Level.CHECK.keys()) {
      if (block.has(key)
          && !key.equals(subject)
          && !beside.contains(key)
          && !OF_ALL.contains(key)) {
        block.fault(
            "check.unfit",
            block.where(key),
            new Text(
                key + " tidak berlaku bersama " + subject, key + " does not go with " + subject),
            new Text("hapus salah satunya", "take one of them out"));
      }
    }
    return subject;
  }

  private @Nullable DeliveryCheck complete(Block block, Label label) {
    String column = columns.code(block, "complete");
    String by = block.has("by") ? columns.any(block, "by") : null;
    return column == null ? null : new DeliveryCheck.Complete(label, column, by);
  }

  private @Nullable DeliveryCheck in(Block block, Label label) {
    String column = columns.comparable(block, "column");
    Scalar written = block.scalar("in");
    if (written == null) {
      if (block.lacks("in")) {
        block.fault(
            "mapping.missing",
            new Where("in", block.place()),
            new Text("in tidak ada", "in is missing"),
            new Text("tulis in: tabel.kolom", "write in: table.column"));
      }
      return null;
    }
    Matcher table = TABLE.matcher(written.text());
    if (!table.matches()) {
      block.fault(
          "mapping.value",
          new Where("in", written.place()),
          new Text(
              written.shown() + " bukan kolom sebuah tabel",
              written.shown() + " is no column of a table"),
          new Text("tulis in: tabel.kolom", "write in: table.column"));
      return null;
    }
    return column == null
        ? null
        : new DeliveryCheck.In(label, column, table.group(1), table.group(2));
  }

  private @Nullable DeliveryCheck outliers(Block block, Label label) {
    String column = columns.shownNumber(block, "outliers");
    String by = block.has("by") ? columns.stored(block, "by") : null;
    BigDecimal beyond = DeliverySumReader.number(block, "beyond", new BigDecimal("3"));
    return column == null ? null : new DeliveryCheck.Outliers(label, column, by, beyond);
  }

  private @Nullable DeliveryCheck twins(Block block, Label label, String key) {
    List<String> found = columns.several(block, key);
    if (found.isEmpty()) {
      if (block.scalars(key).isEmpty()) {
        block.fault(
            "check.column",
            block.where(key),
            new Text("tidak ada kolom", "no column is named"),
            new Text("tulis " + key + ": [kolom]", "write " + key + ": [column]"));
      }
      return null;
    }
    return key.equals("unique")
        ? new DeliveryCheck.Unique(label, found)
        : new DeliveryCheck.Duplicates(label, found);
  }
}
