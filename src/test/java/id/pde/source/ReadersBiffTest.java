package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.GridSource.Visibility;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersBiffTest {

  private static final int GLOBALS = 5;
  private static final int SHEET = 0x10;

  @TempDir Path folder = Path.of("");

  private List<String> grid(int sheet, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("data.xls"), content);
    List<String> rows = new ArrayList<>();
    new Readers()
        .raw(
            file,
            sheet,
            (number, cells) ->
                rows.add(
                    number
                        + ": "
                        + String.join(
                            "|", Arrays.stream(cells).map(ReadersBiffTest::shown).toList())));
    return rows;
  }

  private static String shown(Cell cell) {
    if (cell instanceof Cell.Words words) {
      return words.text();
    }
    if (cell instanceof Cell.Numeric number) {
      return number.exact();
    }
    if (cell instanceof Cell.Moment moment) {
      return moment.value().toString();
    }
    if (cell instanceof Cell.Logical logical) {
      return Boolean.toString(logical.value());
    }
    return cell instanceof Cell.Failure failure ? failure.error() : "";
  }

  private String refusal(byte[] content) {
    RunStopped stopped = catchThrowableOfType(RunStopped.class, () -> grid(0, content));
    assertThat(stopped).isNotNull();
    return stopped.issue().code();
  }

  /** As web applications write it by hand: no container, no version, no list of sheets. */
  private static BiffBytes byHand() {
    return new BiffBytes().words(0x0809, 0, SHEET, 0, 0);
  }

  @Test
  void readsWhatWebApplicationsWriteByHand() throws IOException {
    byte[] content =
        byHand()
            .label(0, 0, "NIK")
            .label(0, 1, "NAMA")
            .label(1, 0, "1")
            // UTF-8
            .label(1, 1, "Ren\u00C3\u00A9")
            .label(2, 0, "2")
            .number(2, 1, 0, 1.5)
            .end()
            .bytes();
    assertThat(grid(0, content)).containsExactly("1: NIK|NAMA", "2: 1|Ren\u00E9", "3: 2|1.5");
    Path file = folder.resolve("data.xls");
    assertThat(new Readers().sheets(file))
        .extracting("name", "rows", "columns")
        .containsExactly(tuple("data.xls", 3L, 2));
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("d.xls", file, "0", content.length, Delivery.Form.FILE, null),
            Mappings.of("NIK", "NAMA"),
            seen);
    assertThat(seen.lines).contains("note charset.assumed d.xls");
  }

  @Test
  void bringsRowsIntoOrder() throws IOException {
    byte[] content = byHand().label(1, 0, "c").label(0, 1, "b").label(0, 0, "a").end().bytes();
    assertThat(grid(0, content)).containsExactly("1: a|b", "2: c");
  }

  @Test
  void readsExcel2() throws IOException {
    byte[] content =
        new BiffBytes()
            .words(0x0009, 2, SHEET)
            // The formats come in order; a cell names one in the second byte of its style.
            .signs(0x001E, "\7General")
            .signs(0x001E, "\7dd/mm/y")
            .signs(0x0004, "\0\0\0\0\0\0\0\2ab")
            .signs(0x0002, "\0\0\1\0\0\0\0\7\0")
            .signs(0x0002, "\0\0\2\0\0\1\0=\0")
            .signs(0x0005, "\0\0\3\0\0\0\0\1\0")
            .signs(0x0005, "\0\0\4\0\0\0\0*\1")
            .signs(0x0006, "\1\0\0\0\0\0\0\0\0\0\0\0\0\u00FF\u00FF\0\0")
            .signs(0x0007, "\3abc")
            .signs(0x0006, "\1\0\1\0\0\0\0\0\0\0\0\0\0\u00F0?\0\0")
            .signs(0x0006, "\1\0\2\0\0\0\0\1\0\1\0\0\0\u00FF\u00FF\0\0")
            .end()
            .bytes();
    assertThat(grid(0, content))
        .containsExactly("1: ab|7|" + LocalDate.of(1900, 3, 1) + "|true|#N/A", "2: abc|1|true");
  }

  @Test
  void readsExcel95() throws IOException {
    assertThat(grid(0, excel95().contained()))
        .containsExactly("1: \u00C9t\u00E9|1995-01-31|1.23|2|text|#DIV/0!");
    assertThat(grid(1, excel95().contained())).containsExactly("1: ", "2: ", "3: x");
    assertThat(new Readers().sheets(folder.resolve("data.xls")))
        .extracting("name", "visibility", "rows", "columns")
        .containsExactly(
            tuple("Satu", Visibility.VISIBLE, 1L, 6), tuple("Dua", Visibility.HIDDEN, 3L, 1));
  }

  @Test
  void findsSheetsByTheirOrderWhereTheirPlacesAreWrong() throws IOException {
    byte[] wrong = new BiffBytes().append(globals(0, 7)).append(first()).append(second()).bytes();
    assertThat(grid(1, wrong)).containsExactly("1: ", "2: ", "3: x");
    byte[] lacking = new BiffBytes().append(globals(0, 7)).append(first()).bytes();
    assertThat(refusal(lacking)).isEqualTo("file.damaged");
  }

  private static BiffBytes excel95() {
    // The places of the sheets count from the start, and their list is as long in any case.
    int globals = globals(0, 0).length();
    BiffBytes first = first();
    BiffBytes book = globals(globals, globals + first.length());
    BiffBytes whole = new BiffBytes();
    return whole.append(book).append(first).append(second());
  }

  private static BiffBytes globals(int first, int second) {
    return new BiffBytes()
        .begin(GLOBALS)
        .words(0x0042, 1252)
        .signs(0x041E, "\u00A4\0\12dd/mm/yyyy")
        .words(0x00E0, 0, 0)
        .words(0x00E0, 0, 0xA4)
        .signs(0x0085, place(first) + "\0\0\4Satu")
        .signs(0x0085, place(second) + "\1\0\3Dua")
        .end();
  }

  private static String place(int at) {
    return "" + (char) (at & 0xFF) + (char) (at >> 8) + "\0\0";
  }

  private static BiffBytes first() {
    return new BiffBytes()
        .begin(SHEET)
        .label(0, 0, "\u00C9t\u00E9")
        .number(0, 1, 1, 34730)
        // 123 / 100 and 2, rounded numbers of four bytes
        .words(0x00BD, 0, 2, 0, 0x01EF, 0, 0, 0x000A, 0, 3)
        .signs(0x00D6, "\0\0\4\0\0\0\4\0text\1\0\1")
        .signs(0x0006, "\0\0\5\0\0\0\2\0\7\0\0\0\u00FF\u00FF\0\0\0\0\0\0\0\0")
        // A chart within the sheet keeps its values as cells.
        .begin(0x20)
        .number(0, 0, 0, 99)
        .end()
        .end();
  }

  private static BiffBytes second() {
    return new BiffBytes().begin(SHEET).label(2, 0, "x").end();
  }

  @Test
  void readsTheCharsetThatTheFileNames() throws IOException {
    byte[] content = byHand().words(0x0042, 1251).label(0, 0, "\u00C0").end().bytes();
    assertThat(grid(0, content)).containsExactly("1: \u0410");
  }

  @Test
  void refusesWhatIsCutOffLockedOrAWorkspace() {
    byte[] whole = byHand().label(0, 0, "a").label(1, 0, "b").end().bytes();
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 4))).isEqualTo("file.damaged");
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 7))).isEqualTo("file.damaged");
    // A label of Excel 97, whose text stands elsewhere
    assertThat(refusal(byHand().words(0x00FD, 0, 0, 0, 0, 0).end().bytes()))
        .isEqualTo("file.damaged");
    assertThat(refusal(byHand().words(0x002F, 1, 2).end().bytes())).isEqualTo("file.password");
    assertThat(refusal(new BiffBytes().words(0x0409, 0, 0x100, 0).end().bytes()))
        .isEqualTo("file.workspace");
  }
}
