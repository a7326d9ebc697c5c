package id.pde.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the table stands in the delivery.
 *
 * @param files name patterns by which a dropped file is recognised ({@code *penduduk*})
 * @param decimal the decimal mark of numbers written as text; null: not declared
 * @param records where the array of records is in a JSON file; empty: by content
 * @param password what opens the file where it is locked; empty: nothing is known
 * @param layouts of which the first that a delivery fits is used; none: this one
 * @param watermark how far a pull of rows came; empty: each pull is whole
 */
public record SourceSpec(
    Format format,
    List<String> files,
    TextForm text,
    @Nullable Character decimal,
    SheetChoice sheet,
    TableForm table,
    Optional<MemberPath> records,
    Optional<Secret> password,
    List<SourceSpec> layouts,
    Optional<WatermarkSpec> watermark) {

  /** Everything by content. */
  public static final SourceSpec PLAIN =
      new SourceSpec(
          Format.AUTO,
          List.of(),
          TextForm.AUTO,
          null,
          new SheetChoice.First(),
          TableForm.PLAIN,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /** For what is no JSON. */
  public SourceSpec(
      Format format,
      List<String> files,
      TextForm text,
      @Nullable Character decimal,
      SheetChoice sheet,
      TableForm table) {
    this(
        format,
        files,
        text,
        decimal,
        sheet,
        table,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  public SourceSpec {
    files = List.copyOf(files);
    layouts = List.copyOf(layouts);
  }

  /** With several layouts. */
  public SourceSpec in(List<SourceSpec> several) {
    return new SourceSpec(
        format, files, text, decimal, sheet, table, records, password, several, watermark);
  }

  public SourceSpec with(TextForm other) {
    return new SourceSpec(
        format, files, other, decimal, sheet, table, records, password, layouts, watermark);
  }

  public SourceSpec with(Format other) {
    return new SourceSpec(
        other, files, text, decimal, sheet, table, records, password, layouts, watermark);
  }

  public SourceSpec withRecords(MemberPath path) {
    return new SourceSpec(
        format,
        files,
        text,
        decimal,
        sheet,
        table,
        Optional.of(path),
        password,
        layouts,
        watermark);
  }

  /** What opens the file where it is locked. */
  public SourceSpec with(Secret secret) {
    return new SourceSpec(
        format,
        files,
        text,
        decimal,
        sheet,
        table,
        records,
        Optional.of(secret),
        layouts,
        watermark);
  }

  /** How far a pull came. */
  SourceSpec with(WatermarkSpec mark) {
    return new SourceSpec(
        format, files, text, decimal, sheet, table, records, password, layouts, Optional.of(mark));
  }

  public SourceSpec with(SheetChoice other) {
    return new SourceSpec(
        format, files, text, decimal, other, table, records, password, layouts, watermark);
  }

  public SourceSpec with(TableForm other) {
    return new SourceSpec(
        format, files, text, decimal, sheet, other, records, password, layouts, watermark);
  }

  /** A format that this version reads. */
  public enum Format {
    AUTO,
    CSV,
    /** Text whose fields have fixed widths. */
    FIXED,
    XLSX,
    XLS,
    ODS,
    DBF,
    /** Access, mdb and accdb. */
    MDB,
    JSON,
    /** Tables of a web page. */
    HTML,
    /** XML Spreadsheet 2003. */
    XMLSS,
    /** Records that a route handed over. */
    ROWS
  }

  /**
   * How a text file is taken apart.
   *
   * @param charsets names that are obeyed strictly; several: each line in the first that fits;
   *     none: by content
   * @param delimiter empty: by content
   * @param quote empty: a quotation mark is a sign as any other
   * @param escape makes the quote, delimiter, break or escape behind it part of the field
   * @param widths of the fields in signs, where their place divides them; empty: a delimiter does
   */
  public record TextForm(
      List<String> charsets,
      Optional<Character> delimiter,
      Optional<Character> quote,
      Optional<Character> escape,
      List<Integer> widths) {
    public static final TextForm AUTO =
        new TextForm(List.of(), Optional.empty(), Optional.of('"'), Optional.empty(), List.of());

    public TextForm {
      charsets = List.copyOf(charsets);
      widths = List.copyOf(widths);
    }
  }

  /** Which sheets hold the table. */
  public sealed interface SheetChoice {
    /** The first visible sheet. */
    record First() implements SheetChoice {}

    /** Every visible sheet that has the table. */
    record All() implements SheetChoice {}

    /** The named sheets, case-blind, in the order of the workbook. */
    record Named(List<String> names) implements SheetChoice {
      public Named {
        names = List.copyOf(names);
      }
    }

    /** Sheets whose name the pattern finds. */
    record Matching(Pattern pattern) implements SheetChoice {}
  }
}
