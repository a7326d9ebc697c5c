package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.mapping.ColumnSpec.Reading;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType.BooleanType;
import id.pde.mapping.ColumnType.DateType;
import id.pde.mapping.ColumnType.DecimalType;
import id.pde.mapping.ColumnType.IntegerType;
import id.pde.mapping.ColumnType.TextType;
import id.pde.mapping.ColumnType.TimestampType;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Period;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how the text of a column becomes a value. */
final class ReadingReader {

  static final Choice<Boolean> ROUND = Choice.of(Map.of("half-up", true));
  static final Choice<ReadAs> READ =
      Choice.of(Map.of("exact", ReadAs.EXACT, "shown", ReadAs.SHOWN));

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private static final Pattern POINT =
      Pattern.compile("-?\\d{1,2}(\\.\\d{1,20})?, ?-?\\d{1,3}(\\.\\d{1,20})?");

  private final Block column;

  /** Every word so far and the key that took it: one word cannot mean two things. */
  private final Map<String, String> words = new HashMap<>();

  /** The same with one kind of dash. */
  private final Map<String, String> signs = new HashMap<>();

  ReadingReader(Block column) {
    this.column = column;
  }

  Reading read(@Nullable ColumnType type) {
    boolean number = type instanceof IntegerType || type instanceof DecimalType;
    if (type != null) {
      boolean moment = type instanceof DateType || type instanceof TimestampType;
      fits("format", moment || number, "date, timestamp, integer, decimal(p,s)");
      fits("scale", number, "integer, decimal(p,s)");
      fits("round", number, "integer, decimal(p,s)");
      fits("when-true", type instanceof BooleanType, "boolean");
      fits("when-false", type instanceof BooleanType, "boolean");
      // A shown number has the marks of its format, not those that the mapping declares.
      boolean shown = column.node("read") instanceof Scalar read && read.text().equals("shown");
      boolean wordy = !number && !moment && !(type instanceof BooleanType);
      fits("read", shown ? wordy : type instanceof TextType, "text");
    }
    return new Reading(
        formats(type),
        words("no-value"),
        values(type),
        words("when-true"),
        words("when-false"),
        scale(),
        column.choice("round", ROUND, false),
        column.choice("read", READ, ReadAs.TIDY),
        PatternKey.of(column, "extract"));
  }

  private void fits(String key, boolean fitting, String types) {
    if (!fitting && column.has(key)) {
      column.fault(
          "column.unfit",
          column.where(key),
          new Text(key + " hanya untuk " + types, key + " is for " + types + " only"),
          new Text("hapus, atau ganti tipenya", "take it out, or change the type"));
    }
  }

  private List<String> formats(@Nullable ColumnType type) {
    boolean number = type instanceof IntegerType || type instanceof DecimalType;
    List<String> formats = new ArrayList<>();
    for (Scalar written : column.scalars("format")) {
      if (written.text().equals(Settled.BY_COLUMN.word())) {
        formats.add(written.text());
        continue;
      }
      if (number) {
        column.fault(
            "column.unfit",
            new Where("format", written.place()),
            new Text(
                "format angka hanya by-column; tanda desimalnya di source: decimal",
                "a format of numbers is by-column alone; their mark stands at source: decimal"),
            new Text("hapus, atau tulis by-column", "take it out, or write by-column"));
        continue;
      }
      if (written.text().equals(Settled.BY_NIK.word()) && type instanceof DateType) {
        formats.add(written.text());
        continue;
      }
      DateFormat.Fault fault = DateFormat.check(written.text());
      if (fault != null) {
        column.fault(
            "column.format", new Where("format", written.place()), fault.message(), fault.fix());
      }
      formats.add(written.text());
    }
    if (formats.size() > 1 && formats.contains(Settled.BY_COLUMN.word())) {
      column.fault(
          "column.format",
          column.where("format"),
          new Text("by-column berdiri sendiri", "by-column stands alone"),
          new Text("hapus bentuk lainnya", "take the other forms out"));
    }
    return formats;
  }

  private List<String> words(String key) {
    List<String> found = new ArrayList<>();
    for (Scalar word : column.scalars(key)) {
      claim(word, key);
      found.add(word.text());
    }
    return found;
  }

  private void claim(Scalar word, String key) {
    String form = word.text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    String same = words.putIfAbsent(form, key);
    String alike = signs.putIfAbsent(sign(form), key);
    // One key may list two dashes, unless each has a value of its own.
    boolean other = alike != null && (key.equals("values") || !alike.equals(key));
    String before = same == null && other ? alike : same;
    if (before != null) {
      column.fault(
          "column.word",
          new Where(key, word.place()),
          new Text(
              word.shown() + " sudah ada di " + before, word.shown() + " is already in " + before),
          new Text("hapus salah satunya", "take one of them out"));
    }
  }

  /** Cells are read with every dash as a hyphen, so two dashes cannot mean two things. */
  private static String sign(String form) {
    return form.replaceAll("[\u2010-\u2015\u2212]", "-").replace("\u2026", "...");
  }

  private Map<String, String> values(@Nullable ColumnType type) {
    YamlNode node = column.node("values");
    if (node == null) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    if (!(node instanceof Entries entries)) {
      column.fault(
          "mapping.shape",
          column.where("values"),
          new Text(
              node.shown() + " bukan kumpulan kata: nilai",
              node.shown() + " is not a set of word: value"),
          new Text("tulis values: {Nihil: 0}", "write values: {Nihil: 0}"));
      return values;
    }
    for (Entry entry : entries.entries()) {
      claim(entry.key(), "values");
      if (!(entry.value() instanceof Scalar value) || value.blank() || !fits(value.text(), type)) {
        unfitValue(entry);
      } else {
        values.put(entry.name(), value.text());
      }
    }
    return values;
  }

  private void unfitValue(Entry entry) {
    String shown = entry.value().shown();
    column.fault(
        "column.value",
        new Where("values", entry.value().place()),
        new Text(
            shown + " bukan nilai dari tipe kolom ini",
            shown + " is not a value of this column's type"),
        new Text(
            "angka seperti 1234.5, tanggal seperti 2024-12-31, true atau false; untuk kosong pakai"
                + " no-value",
            "numbers like 1234.5, dates like 2024-12-31, true or false; for none use no-value"));
  }

  private static boolean fits(String value, @Nullable ColumnType type) {
    if (type instanceof IntegerType) {
      return value.matches("-?\\d{1,18}");
    }
    if (type instanceof DecimalType decimal) {
      return NUMBER.matcher(value).matches() && holds(decimal, new BigDecimal(value));
    }
    if (type instanceof DateType) {
      return isDate(value);
    }
    if (type instanceof BooleanType) {
      return value.equals("true") || value.equals("false");
    }
    if (type instanceof ColumnType.TimeType) {
      return value.matches("([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?");
    }
    if (type instanceof ColumnType.PeriodType) {
      return Period.parse(value).isPresent();
    }
    if (type instanceof ColumnType.PointType) {
      return POINT.matcher(value).matches();
    }
    if (type instanceof ColumnType.NikType) {
      return value.matches("\\d{16}");
    }
    return type instanceof TextType || !value.isBlank();
  }

  private static boolean isDate(String value) {
    try {
      return LocalDate.parse(value).toString().equals(value);
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  private static boolean holds(DecimalType type, BigDecimal value) {
    return value.scale() <= type.scale()
        && value.precision() - value.scale() <= type.precision() - type.scale();
  }

  private @Nullable BigDecimal scale() {
    Scalar written = column.scalar("scale");
    if (written == null) {
      return null;
    }
    if (NUMBER.matcher(written.text()).matches()) {
      BigDecimal factor = new BigDecimal(written.text());
      if (factor.signum() != 0) {
        return factor;
      }
    }
    column.fault(
        "mapping.value",
        new Where("scale", written.place()),
        new Text(written.shown() + " bukan pengali", written.shown() + " is not a factor"),
        new Text("tulis angka seperti 1000 atau 0.01", "write a number like 1000 or 0.01"));
    return null;
  }
}
