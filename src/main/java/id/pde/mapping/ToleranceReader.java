package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.Tolerance.Beyond;
import id.pde.mapping.Tolerance.Empty;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code tolerance} and {@code drift}. */
final class ToleranceReader {

  static final Choice<Empty> EMPTY =
      Choice.of(Map.of("refuse", Empty.REFUSE, "hold", Empty.HOLD, "accept", Empty.ACCEPT));

  static final Choice<Beyond> BEYOND =
      Choice.of(Map.of("refuse", Beyond.REFUSE, "hold", Beyond.HOLD));

  static final Choice<Drift.Policy> DRIFT =
      Choice.of(
          Map.of(
              "ignore", Drift.Policy.IGNORE,
              "warn", Drift.Policy.WARN,
              "hold", Drift.Policy.HOLD,
              "refuse", Drift.Policy.REFUSE));

  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,6})?) ?%");

  private ToleranceReader() {}

  static Tolerance tolerance(Block block) {
    Tolerance preset = Tolerance.DEFAULT;
    return new Tolerance(
        share(block, "rejects", preset.rejects()),
        block.whole("reject-rows", 0, preset.rejectRows()),
        share(block, "shrink", preset.shrink()),
        block.choice("empty", EMPTY, preset.empty()),
        block.choice("beyond", BEYOND, preset.beyond()),
        approve(block.block("approve", Level.APPROVE)));
  }

  private static ApprovalLimits approve(Block block) {
    return new ApprovalLimits(
        block.has("rows") ? block.whole("rows", 0, 0) : null,
        block.has("changed") ? share(block, "changed", BigDecimal.ZERO) : null,
        block.has("deleted") ? share(block, "deleted", BigDecimal.ZERO) : null);
  }

  static Drift drift(Block block) {
    return new Drift(
        block.choice("new-columns", DRIFT, Drift.DEFAULT.newColumns()),
        block.choice("missing-columns", DRIFT, Drift.DEFAULT.missingColumns()));
  }

  /** A share of 0 to 1, written with its percent sign. */
  static BigDecimal share(Block block, String key, BigDecimal preset) {
    Scalar written = block.scalar(key);
    if (written == null) {
      return preset;
    }
    if (written.text().equals("0")) {
      return BigDecimal.ZERO;
    }
    Matcher matcher = SHARE.matcher(written.text());
    if (matcher.matches()) {
      BigDecimal share = new BigDecimal(matcher.group(1).replace(',', '.')).movePointLeft(2);
      if (share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    }
    block.fault(
        "mapping.value",
        new Where(key, written.place()),
        new Text(
            written.shown() + " bukan bagian dari 0% sampai 100%",
            written.shown() + " is not a share from 0% to 100%"),
        new Text("tulis dengan tanda persen: 5%", "write it with its percent sign: 5%"));
    return preset;
  }
}
