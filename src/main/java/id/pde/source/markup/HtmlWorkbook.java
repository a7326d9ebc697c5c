package id.pde.source.markup;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * The tables of a web page, which programs like to name .xls: each a sheet, the largest one first.
 * A page without a table of data has no sheets. The page is walked once for the list, then once per
 * sheet.
 */
public final class HtmlWorkbook implements Workbook {

  /** Excel's own notes on a page stand at its beginning. */
  private static final int HEAD = 1 << 16;

  private static final Pattern SHEET_NAME =
      Pattern.compile("<x:Name>\\s*([^<]{1,100}?)\\s*</x:Name>", Pattern.CASE_INSENSITIVE);
  private static final Pattern FROM_1904 =
      Pattern.compile("<x:Date1904\\s*/>", Pattern.CASE_INSENSITIVE);

  private final HtmlPage page;
  private final HtmlStyles styles = new HtmlStyles();
  private final HtmlCharset charset;
  private final ReadLimits limits;
  private final long bytes;
  private final List<HtmlSurvey.Found> found;
  private final List<Title> sheets = new ArrayList<>();

  private HtmlWorkbook(Path file, Location whole, HtmlCharset charset, ReadLimits limits)
      throws IOException {
    this.page = new HtmlPage(file, charset, whole, limits);
    this.charset = charset;
    this.limits = limits;
    this.bytes = Files.size(file);
    String head = page.head(HEAD);
    if (FROM_1904.matcher(head).find()) {
      styles.from1904();
    }
    HtmlSurvey survey = new HtmlSurvey(styles, limits.cellCharacters());
    page.walk(survey);
    this.found = survey.found();
    titles(head);
  }

  /**
   * Opens a page and reads the list of its tables.
   *
   * @param declared the charset that the mapping names
   */
  public static Workbook open(
      Path file, Location whole, Optional<String> declared, ReadLimits limits) throws IOException {
    return new HtmlWorkbook(file, whole, HtmlCharset.of(file, whole, declared), limits);
  }

  /** By caption, else as Excel's notes name the sheets, else by number. */
  private void titles(String head) {
    Matcher names = SHEET_NAME.matcher(head);
    for (HtmlSurvey.Found table : found) {
      String name = names.find() ? names.group(1) : "Tabel " + (table.number() + 1);
      sheets.add(new Title(table.caption().isEmpty() ? name : table.caption(), Visibility.VISIBLE));
    }
  }

  @Override
  public List<Title> sheets() {
    return List.copyOf(sheets);
  }

  @Override
  public List<Issue> notes() {
    return charset.notes();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    read(sheet, taker);
  }

  @Override
  public List<MergedRange> merged(int sheet) throws IOException {
    return read(sheet, new Nobody());
  }

  private List<MergedRange> read(int sheet, SheetTaker taker) throws IOException {
    HtmlTable table = new HtmlTable(sheets.get(sheet).name(), styles, taker, limits);
    page.walk(new Reading(found.get(sheet).number(), table));
    return table.merged();
  }

  @Override
  public long walked() {
    return bytes;
  }

  @Override
  public void close() {
    // Every walk closes what it opened.
  }

  /** Reads one table and passes the others. */
  private record Reading(int wanted, HtmlTable table) implements HtmlPage.Taker {

    @Override
    public void row(int number, Element row) {
      if (number == wanted) {
        table.row(row);
      }
    }

    @Override
    public void caption(int number, Element caption) {
      // Known from the survey.
    }

    @Override
    public void column(int number, Element column) {
      if (number == wanted) {
        table.column(column);
      }
    }

    @Override
    public void style(String rules) {
      // Known from the survey.
    }

    @Override
    public boolean isEnough(int complete) {
      return complete == wanted;
    }
  }
}
