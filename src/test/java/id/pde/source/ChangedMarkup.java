package id.pde.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables of markup, changed as agencies change theirs. */
final class ChangedMarkup {

  private static final Pattern ODS_ROW =
      Pattern.compile("(<table:table-row(?:[^>]*[^/])?>)(.*?)(</table:table-row>)", Pattern.DOTALL);
  private static final Pattern ODS_CELL =
      Pattern.compile(
          "<table:(covered-)?table-cell[^>]*?(/>|>.*?</table:(covered-)?table-cell>)",
          Pattern.DOTALL);
  private static final Pattern ODS_REPEATED =
      Pattern.compile(" table:number-columns-repeated=\"(\\d+)\"");
  private static final Pattern XMLSS_ROW =
      Pattern.compile("(<Row\\b(?:[^>]*[^/])?>)(.*?)(</Row>)", Pattern.DOTALL);
  private static final Pattern XMLSS_CELL =
      Pattern.compile("<Cell\\b[^>]*?(/>|>.*?</Cell>)", Pattern.DOTALL);
  private static final Pattern INDEX = Pattern.compile(" ss:Index=\"(\\d+)\"");
  private static final Pattern ACROSS = Pattern.compile(" ss:MergeAcross=\"(\\d+)\"");
  private static final Pattern HTML_ROW =
      Pattern.compile("(<tr\\b[^>]*>)(.*?)(</tr>)", Pattern.DOTALL);
  private static final Pattern HTML_CELL =
      Pattern.compile("<t[hd]\\b.*?(?=<t[hd]\\b|$)", Pattern.DOTALL);

  private ChangedMarkup() {}

  /** Changes the content of an OpenDocument package. */
  static byte[] ods(Path file, UnaryOperator<String> change) throws IOException {
    return Workbooks.edited(Files.readAllBytes(file), "content.xml", change);
  }

  static byte[] text(Path file, UnaryOperator<String> change) throws IOException {
    return change.apply(Files.readString(file)).getBytes(UTF_8);
  }

  static String odsTitles(String xml) {
    String row =
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>%s</text:p>"
            + "</table:table-cell></table:table-row>";
    return xml.replaceAll(
        "(<table:table .*?)(?=<table:table-row)",
        "$1" + row.formatted("PEMERINTAH KOTA CONTOH") + row.formatted("Salinan untuk walidata"));
  }

  /** From the header's row, counted from 0; the file repeats no rows above it. */
  static String odsMove(String xml, int header, ColumnMove move) {
    int width = Math.max(move.from(), move.to()) + 1;
    return rows(
        xml,
        ODS_ROW,
        header,
        cells -> {
          List<String> each = new ArrayList<>();
          for (MatchResult cell : ODS_CELL.matcher(cells).results().toList()) {
            Matcher repeated = ODS_REPEATED.matcher(cell.group());
            int times = repeated.find() ? Integer.parseInt(repeated.group(1)) : 1;
            String once = repeated.replaceAll("");
            int singles = Math.min(times, Math.max(0, width - each.size()));
            for (int i = 0; i < singles; i++) {
              each.add(once);
            }
            if (times > singles) {
              each.add(
                  times == 1
                      ? once
                      : cell.group().replace("\"" + times + "\"", "\"" + (times - singles) + "\""));
            }
          }
          return String.join("", move.apply(each, "<table:table-cell/>"));
        });
  }

  static String xmlssTitles(String xml) {
    StringBuilder all = new StringBuilder();
    Matcher row = Pattern.compile("<Row\\b[^>]*>").matcher(xml);
    while (row.find()) {
      row.appendReplacement(
          all,
          Matcher.quoteReplacement(
              INDEX
                  .matcher(row.group())
                  .replaceAll(
                      found -> " ss:Index=\"" + (Integer.parseInt(found.group(1)) + 2) + "\"")));
    }
    row.appendTail(all);
    String title = "<Row><Cell><Data ss:Type=\"String\">%s</Data></Cell></Row>";
    return all.toString()
        .replaceFirst(
            "<Table>",
            "<Table>"
                + title.formatted("PEMERINTAH KOTA CONTOH")
                + title.formatted("Salinan untuk walidata"));
  }

  static String xmlssMove(String xml, int header, ColumnMove move) {
    return rows(
        xml,
        XMLSS_ROW,
        header,
        cells -> {
          StringBuilder moved = new StringBuilder();
          // Cells without a place of their own follow each other: so all get one, in its order.
          List<String> placed = new ArrayList<>();
          int next = 0;
          for (MatchResult cell : XMLSS_CELL.matcher(cells).results().toList()) {
            Matcher index = INDEX.matcher(cell.group());
            int column = index.find() ? Integer.parseInt(index.group(1)) - 1 : next;
            Matcher across = ACROSS.matcher(cell.group());
            next = column + 1 + (across.find() ? Integer.parseInt(across.group(1)) : 0);
            int place = move.of(column);
            while (placed.size() <= place) {
              placed.add("");
            }
            placed.set(
                place,
                "<Cell ss:Index=\"" + (place + 1) + "\"" + index.replaceAll("").substring(5));
          }
          placed.forEach(moved::append);
          return moved.toString();
        });
  }

  /** A further month behind the last column. */
  static String xmlssAdd(String xml, int column, String heading, String value) {
    int[] row = {0};
    return rows(
        xml,
        XMLSS_ROW,
        1,
        cells ->
            cells
                + "<Cell ss:Index=\"%d\">%s</Cell>"
                    .formatted(column, row[0]++ == 0 ? heading : value));
  }

  static String htmlTitles(String html) {
    return html.replaceFirst(
        "(<table\\b[^>]*>)",
        "$1<tr><td>PEMERINTAH KOTA CONTOH</td></tr><tr><td>Salinan untuk walidata</td></tr>");
  }

  /** The last cell of every row comes third, but for the row of headings below the first. */
  static String htmlMove(String html, int second) {
    int[] row = {0};
    return rows(
        html,
        HTML_ROW,
        0,
        cells -> {
          List<String> each =
              new ArrayList<>(HTML_CELL.matcher(cells).results().map(MatchResult::group).toList());
          if (row[0]++ != second && each.size() > 2) {
            each.add(2, each.remove(each.size() - 1));
          }
          return String.join("", each);
        });
  }

  private static String rows(String markup, Pattern rows, int from, UnaryOperator<String> change) {
    StringBuilder all = new StringBuilder();
    Matcher row = rows.matcher(markup);
    int number = 0;
    while (row.find()) {
      String cells = number++ >= from ? change.apply(row.group(2)) : row.group(2);
      row.appendReplacement(all, Matcher.quoteReplacement(row.group(1) + cells + row.group(3)));
    }
    return row.appendTail(all).toString();
  }
}
