package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.DeliveryCheck.Label;
import id.pde.mapping.DeliveryCheck.Stated;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the checks of a delivery that add rows up. */
final class DeliverySumReader {

  private static final Pattern FRAME = Pattern.compile("(head|tail)\\((\\d{1,4})\\)");

  private final SourceSpec source;
  private final DeliveryCheckColumns columns;

  DeliverySumReader(SourceSpec source, DeliveryCheckColumns columns) {
    this.source = source;
    this.columns = columns;
  }

  /** The check, or null where it is at fault. */
  @Nullable DeliveryCheck read(Block block, Label label, String subject) {
    String column = subject.equals("count") ? null : columns.number(block, "sum");
    if (subject.equals("count")) {
      block.choice("count", Choice.of(Map.of("rows", true)), true);
    }
    if (block.has("equals") == block.has("within")) {
      block.fault(
          "check.subject",
          new Where("", block.place()),
          new Text(
              subject + " perlu satu pembanding", subject + " needs one thing to compare with"),
          new Text(
              "tulis equals: total-row, equals: tail(3), atau within: 20%",
              "write equals: total-row, equals: tail(3), or within: 20%"));
      return null;
    }
    if (subject.equals("sum") && column == null) {
      return null;
    }
    if (block.has("within")) {
      BigDecimal share = ToleranceReader.share(block, "within", BigDecimal.ZERO);
      for (String key : List.of("by", "margin")) {
        if (block.has(key)) {
          block.fault(
              "check.unfit",
              block.where(key),
              new Text(key + " tidak berlaku bersama within", key + " does not go with within"),
              new Text("hapus salah satunya", "take one of them out"));
        }
      }
      return new DeliveryCheck.Within(label, column, share);
    }
    Stated stated = stated(block);
    String by = block.has("by") ? columns.any(block, "by") : null;
    if (stated == null || (block.has("by") && by == null)) {
      return null;
    }
    if (by != null && stated instanceof Stated.InFrame) {
      block.fault(
          "check.unfit",
          block.where("by"),
          new Text("by hanya bersama total-row", "by goes with total-row only"),
          new Text("hapus by", "take by out"));
    }
    if (column != null) {
      columns.readFromRows(block, column, stated, source);
    } else if (stated instanceof Stated.TotalRow) {
      block.fault(
          "check.unfit",
          block.where("equals"),
          new Text(
              "baris jumlah tidak menulis banyak baris",
              "a total row does not state the number of rows"),
          new Text("pakai head(N), tail(N) atau within", "use head(N), tail(N) or within"));
      return null;
    }
    return new DeliveryCheck.Sum(
        label, column, stated, by, number(block, "margin", BigDecimal.ZERO));
  }

  private @Nullable Stated stated(Block block) {
    Scalar written = block.scalar("equals");
    if (written == null) {
      return null;
    }
    if (written.text().equals("total-row")) {
      return new Stated.TotalRow();
    }
    Matcher frame = FRAME.matcher(written.text());
    if (!frame.matches() || Integer.parseInt(frame.group(2)) == 0) {
      block.fault(
          "mapping.value",
          new Where("equals", written.place()),
          new Text(
              written.shown() + " tidak dikenal di sini", written.shown() + " is not known here"),
          new Text(
              "tulis total-row, atau misalnya tail(3): isian ke-3 catatan akhir",
              "write total-row, or for example tail(3): field 3 of the tail record"));
      return null;
    }
    Frame which = frame.group(1).equals("head") ? Frame.HEAD : Frame.TAIL;
    TableForm.@Nullable Kinds kinds = source.table().kinds();
    if (source.layouts().isEmpty()
        && (kinds == null || (which == Frame.HEAD ? kinds.head() : kinds.tail()) == null)) {
      block.fault(
          "check.kinds",
          new Where("equals", written.place()),
          new Text(
              "source.kinds tidak mengatakan baris mana " + frame.group(1),
              "source.kinds does not say which row is the " + frame.group(1)),
          new Text(
              "tulis misalnya kinds: {data: \"/^\\\\d/\", tail: \"/^T/\"}",
              "write for example kinds: {data: \"/^\\\\d/\", tail: \"/^T/\"}"));
      return null;
    }
    return new Stated.InFrame(which, Integer.parseInt(frame.group(2)));
  }

  /** A number from 0 on. */
  static BigDecimal number(Block block, String key, BigDecimal preset) {
    Scalar written = block.scalar(key);
    if (written == null) {
      return preset;
    }
    try {
      BigDecimal number = new BigDecimal(written.text());
      if (number.signum() >= 0 && number.precision() <= 20 && Math.abs(number.scale()) <= 20) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    block.fault(
        "mapping.value",
        new Where(key, written.place()),
        new Text(
            written.shown() + " bukan bilangan mulai dari 0",
            written.shown() + " is not a number from 0 on"),
        new Text("tulis misalnya " + key + ": 3", "write for example " + key + ": 3"));
    return preset;
  }
}
