package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.RecordRules.Rule;
import id.pde.mapping.cel.Formula;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code rules}. */
final class RulesReader {

  static final Choice<Severity> SEVERITIES =
      Choice.of(
          Map.of("warn", Severity.WARN, "reject", Severity.REJECT, "refuse", Severity.REFUSE));

  /** Every rule costs time for every row. */
  private static final int MAX_RULES = 200;

  /** The code of a rule that has no answer is {@code rule.failed}. */
  private static final String RESERVED = "failed";

  private final Block top;
  private final FormulaReader formulas;
  private final Set<String> names = new HashSet<>();

  RulesReader(Block top, FormulaReader formulas) {
    this.top = top;
    this.formulas = formulas;
  }

  /** The rules that are without fault. */
  List<Rule> read() {
    YamlNode node = top.node("rules");
    List<Rule> rules = new ArrayList<>();
    if (node == null) {
      return rules;
    }
    if (!(node instanceof Items items)) {
      top.fault(
          "mapping.shape",
          top.where("rules"),
          new Text("rules bukan daftar", "rules is not a list"),
          new Text(
              "tulis - {name: nama_aturan, check: \"jumlah >= 0\", severity: warn}",
              "write - {name: name_of_rule, check: \"jumlah >= 0\", severity: warn}"));
      return rules;
    }
    if (items.nodes().size() > MAX_RULES) {
      top.fault(
          "mapping.size",
          top.where("rules"),
          new Text(
              items.nodes().size() + " aturan; batasnya " + MAX_RULES,
              items.nodes().size() + " rules; the limit is " + MAX_RULES),
          new Text("gabungkan dengan &&", "join them with &&"));
      return rules;
    }
    for (int i = 0; i < items.nodes().size(); i++) {
      YamlNode one = items.nodes().get(i);
      Spot spot = new Spot(top.path("rules") + "[" + (i + 1) + "]", top.faults());
      Block block = Block.of(one, Level.RULE, spot);
      Rule rule = one instanceof Entries ? rule(block) : null;
      if (rule != null) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private @Nullable Rule rule(Block block) {
    String name = name(block);
    for (String key : List.of("name", "check", "severity")) {
      if (block.lacks(key)) {
        missing(block, key);
      }
    }
    Severity severity = block.choice("severity", SEVERITIES, Severity.WARN);
    Formula check = formulas.condition(block, "check");
    Formula when = formulas.condition(block, "when");
    Text message = block.text("message");
    return name == null || check == null
        ? null
        : new Rule(name, check, when, severity, message, block.where("check").place());
  }

  private @Nullable String name(Block block) {
    Scalar written = block.scalar("name");
    if (written == null) {
      return null;
    }
    String name = written.text();
    Where where = new Where("name", written.place());
    String shown = Quoted.of(name);
    if (!Names.fits(name)) {
      block.fault(
          "rule.name",
          where,
          new Text(shown + " bukan nama aturan", shown + " is not a name for a rule"),
          new Text(
              "tulis huruf kecil, angka dan _ saja, misalnya lahir_wajar",
              "write small letters, digits and _ only, such as birth_is_plausible"));
    } else if (name.equals(RESERVED)) {
      block.fault(
          "rule.name",
          where,
          new Text(shown + " dipakai PDE sendiri", shown + " is used by PDE itself"),
          new Text("pilih nama lain", "choose another name"));
    } else if (!names.add(name)) {
      block.fault(
          "rule.name",
          where,
          new Text("ada dua aturan bernama " + shown, "two rules are named " + shown),
          new Text("beri nama yang berbeda", "give them different names"));
    }
    return name;
  }

  private static void missing(Block block, String key) {
    String example =
        switch (key) {
          case "check" -> "check: \"jumlah >= 0\"";
          case "severity" -> "severity: warn";
          default -> "name: jumlah_wajar";
        };
    block.fault(
        "mapping.missing",
        new Where(key, block.place()),
        new Text(key + " tidak ada", key + " is missing"),
        new Text("tulis misalnya " + example, "write for example " + example));
  }
}
