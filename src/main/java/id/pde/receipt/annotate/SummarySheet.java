package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Text;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;

/** The first sheet: all of it is text, written in the cells themselves, so that nothing is run. */
final class SummarySheet {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";

  /** Excel takes so many signs in a cell. */
  private static final int LONGEST = 32_000;

  /** Signs that stand in one line across the columns. */
  private static final int LINE = 170;

  /** Of the columns, in signs. */
  private static final List<Integer> WIDTHS = List.of(26, 22, 56, 34, 56);

  private final Summary summary;
  private final Styles styles;
  private final StringBuilder links = new StringBuilder();
  private int row;

  SummarySheet(Summary summary, Styles styles) {
    this.summary = summary;
    this.styles = styles;
  }

  /** Writes the part. */
  void write(boolean selected, boolean strict, Writer out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"");
    out.write(strict ? STRICT : MAIN);
    out.write("\"><sheetPr><tabColor rgb=\"" + Styles.REJECT_COLOUR + "\"/>");
    out.write("<pageSetUpPr fitToPage=\"1\"/></sheetPr>");
    out.write(
        "<sheetViews><sheetView showGridLines=\"0\"" + (selected ? " tabSelected=\"1\"" : ""));
    out.write(" workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
    for (int i = 0; i < WIDTHS.size(); i++) {
      int column = i + 1;
      out.write(
          "<col min=\""
              + column
              + "\" max=\""
              + column
              + "\" width=\""
              + WIDTHS.get(i)
              + "\" customWidth=\"1\"/>");
    }
    out.write("</cols><sheetData>");
    boolean first = true;
    for (String line : summary.head()) {
      begin(1 + line.length() / LINE, out);
      text(1, line, first ? Styles.Own.TITLE : Styles.Own.PLAIN, out);
      end(out);
      first = false;
    }
    StringBuilder merged = new StringBuilder();
    for (int line = 2; line <= row; line++) {
      merged.append("<mergeCell ref=\"A").append(line).append(":E").append(line).append("\"/>");
    }
    table(false, new Text("Harus diperbaiki", "To be corrected"), out);
    table(true, new Text("Peringatan (data tetap dimuat)", "Warnings (the data were taken)"), out);
    out.write("</sheetData>");
    if (summary.head().size() > 1) {
      out.write("<mergeCells count=\"" + (summary.head().size() - 1) + "\">" + merged);
      out.write("</mergeCells>");
    }
    if (!links.isEmpty()) {
      out.write("<hyperlinks>" + links + "</hyperlinks>");
    }
    out.write(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\""
            + " footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\""
            + " fitToHeight=\"0\"/></worksheet>");
  }

  private void table(boolean warnings, Text title, Writer out) throws IOException {
    List<Fault> faults =
        summary.faults().stream().filter(fault -> fault.isWarning() == warnings).toList();
    if (faults.isEmpty()) {
      return;
    }
    row++;
    begin(out);
    text(
        1,
        title.in(summary.language()) + ": " + faults.size(),
        warnings ? Styles.Own.WARNING : Styles.Own.REJECT,
        out);
    end(out);
    begin(out);
    List<Text> headings =
        List.of(
            new Text("Tempat", "Place"),
            new Text("Kolom", "Column"),
            new Text("Apa yang salah", "What is wrong"),
            new Text("Aturan", "Rule"),
            new Text("Yang benar", "What would be right"));
    for (int i = 0; i < headings.size(); i++) {
      text(i + 1, headings.get(i).in(summary.language()), Styles.Own.HEADING, out);
    }
    end(out);
    for (Fault fault : faults) {
      fault(fault, out);
    }
  }

  private void fault(Fault fault, Writer out) throws IOException {
    Issue issue = fault.issue();
    List<String> words =
        List.of(
            place(fault),
            Objects.requireNonNullElse(issue.column(), ""),
            FaultWords.message(issue, summary.language()),
            FaultWords.rule(issue),
            issue.fix().in(summary.language()));
    int lines = 1;
    for (int i = 0; i < words.size(); i++) {
      lines = Math.max(lines, 1 + words.get(i).length() / WIDTHS.get(i));
    }
    begin(Math.min(lines, 20), out);
    boolean linked = !fault.sheet().isEmpty();
    if (linked) {
      links
          .append("<hyperlink ref=\"A")
          .append(row)
          .append("\" location=\"")
          .append(TagText.xml(Address.link(fault.sheet(), fault.row(), fault.column())))
          .append("\"/>");
    }
    for (int i = 0; i < words.size(); i++) {
      text(i + 1, words.get(i), i == 0 && linked ? Styles.Own.LINK : Styles.Own.PLAIN, out);
    }
    end(out);
  }

  private String place(Fault fault) {
    if (fault.sheet().isEmpty()) {
      return fault.issue().location().shown();
    }
    if (fault.row() == 0) {
      return fault.sheet();
    }
    String cell =
        fault.column() == 0
            ? new Text("baris ", "row ").in(summary.language()) + fault.row()
            : Address.of(fault.row(), fault.column());
    return fault.sheet() + "!" + cell;
  }

  private void begin(Writer out) throws IOException {
    out.write("<row r=\"" + ++row + "\">");
  }

  /** Merged cells get no height by themselves, and LibreOffice gives none to others. */
  private void begin(int lines, Writer out) throws IOException {
    String height = lines == 1 ? "" : " ht=\"" + 15 * lines + "\" customHeight=\"1\"";
    out.write("<row r=\"" + ++row + "\"" + height + ">");
  }

  private static void end(Writer out) throws IOException {
    out.write("</row>");
  }

  private void text(int column, String words, Styles.Own style, Writer out) throws IOException {
    String kept = words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "...";
    out.write(
        "<c r=\""
            + Address.of(row, column)
            + "\" s=\""
            + styles.own(style)
            + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + TagText.cell(kept)
            + "</t></is></c>");
  }
}
