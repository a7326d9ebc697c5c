package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.GridSource.CellVisitor;
import id.pde.run.GridSource.SheetVisitor;
import id.pde.run.GridSource.TableVisitor;
import id.pde.source.Readers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The members of an archive, shown as the sheets of one workbook. */
class BundleGridsTest {

  @TempDir private Path root;
  private final List<Issue> notes = new ArrayList<>();

  @Test
  void listsTheSheetsOfAllMembersAndTellsOfTheOthers() throws IOException {
    Path file = mixed();
    List<GridSource.Sheet> sheets = with(grids -> grids.sheets(file));
    assertThat(sheets)
        .extracting(sheet -> sheet.index() + " " + sheet.name() + " " + sheet.rows())
        .containsExactly("0 x/a.csv 2", "1 b.xlsx/S1 1", "2 b.xlsx/S2 1");
    assertThat(notes)
        .extracting(note -> note.location().shown() + " " + note.code())
        .containsExactly("foto.png file.image");
    List<GridSource.Title> titles = with(grids -> grids.titles(file));
    assertThat(titles)
        .extracting(GridSource.Title::name)
        .containsExactly("x/a.csv", "b.xlsx/S1", "b.xlsx/S2");
    assertNothingStays();
  }

  @Test
  void readsASheetByItsIndexAndATableByItsName() throws IOException {
    Path file = mixed();
    List<String> seen = new ArrayList<>();
    CellVisitor cells =
        (number, row) -> {
          for (Cell cell : row) {
            seen.add(String.valueOf(cell));
          }
        };
    with(
        grids -> {
          grids.raw(file, 2, cells);
          return seen;
        });
    assertThat(seen).singleElement().asString().contains("dua");
    assertThat(table(file, null)).containsExactly("A,B", "1,2");
    assertThat(table(file, "X/A.CSV")).containsExactly("A,B", "1,2");
    assertThatThrownBy(() -> table(file, "S2"))
        .hasMessageContaining("There is no sheet \"S2\". There are: x/a.csv, b.xlsx/S1, b.xlsx/S2");
    assertNothingStays();
  }

  @Test
  void numbersTheSheetsOfAllMembersAndGoesOnAfterARefusal() throws IOException {
    Path file = mixed();
    List<String> seen = new ArrayList<>();
    with(
        grids -> {
          grids.every(
              file,
              new SheetVisitor() {
                @Override
                public CellVisitor sheet(int index) {
                  seen.add("sheet " + index);
                  return (number, cells) -> {};
                }

                @Override
                public void refused(String member, int index, Issue issue) {
                  seen.add(member + " " + index + " " + issue.code());
                }
              });
          return seen;
        });
    assertThat(seen).containsExactly("sheet 0", "foto.png 1 file.image", "sheet 1", "sheet 2");
    assertNothingStays();
  }

  @Test
  void worksOnTheOnlyMemberThatCanBeRead() throws IOException {
    Path one = zip("satu.zip", "x/a.csv", "A,B\n1,2\n", "foto.png", "\u0089PNG....");
    assertThat(only(one)).isEqualTo("a.csv");
    assertThat(notes).extracting(Issue::code).containsExactly("file.image");
    Path several = zip("dua.zip", "a.csv", "A,B\n1,2\n", "b.csv", "A,B\n1,2\n");
    assertThatThrownBy(() -> only(several))
        .hasMessageContaining("zip.several")
        .hasMessageContaining("This archive holds several files: a.csv, b.csv");
    Path none = zip("nol.zip", "foto.png", "\u0089PNG....");
    assertThatThrownBy(() -> only(none)).hasMessageContaining("zip.unreadable");
    assertThatThrownBy(() -> with(grids -> grids.sheets(none)))
        .hasMessageContaining("zip.unreadable");
    Path plain = Files.writeString(root.resolve("p.csv"), "A,B\n1,2\n");
    assertThat(only(plain)).isEqualTo("p.csv");
    assertNothingStays();
  }

  @Test
  void removesWhatAKilledProcessLeft() throws IOException {
    Path left = home().work().resolve("unpacked/mati");
    Files.createDirectories(left);
    Files.writeString(left.resolve("a.csv"), "A");
    Path file = mixed();
    with(grids -> grids.titles(file));
    assertNothingStays();
  }

  private interface Looking<T> {
    T at(BundleGrids grids);
  }

  private <T> T with(Looking<T> looking) {
    Readers readers = new Readers();
    try (Unpacking unpacking = new Unpacking(home(), readers)) {
      return looking.at(new BundleGrids(readers, unpacking, notes::add));
    }
  }

  private String only(Path file) {
    return with(grids -> grids.only(file, FileNames::of));
  }

  private List<String> table(Path file, @org.jspecify.annotations.Nullable String sheet) {
    List<String> seen = new ArrayList<>();
    return with(
        grids -> {
          grids.table(
              file,
              sheet,
              new TableVisitor() {
                @Override
                public void header(Header header) {
                  seen.add(
                      String.join(
                          ",", header.fields().stream().map(field -> field.heading()).toList()));
                }

                @Override
                public void row(Row row) {
                  seen.add(row.text(0) + "," + row.text(1));
                }
              });
          return seen;
        });
  }

  private Home home() {
    return new Home(root.resolve("home"));
  }

  private void assertNothingStays() throws IOException {
    try (Stream<Path> work = Files.list(home().work().resolve("unpacked"))) {
      assertThat(work.map(FileNames::of)).containsExactly(".turn");
    }
  }

  private Path mixed() throws IOException {
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      book.createSheet("S1").createRow(0).createCell(0).setCellValue("satu");
      book.createSheet("S2").createRow(0).createCell(0).setCellValue("dua");
      book.write(workbook);
    }
    return zip(
        "campur.zip",
        "x/a.csv",
        "A,B\n1,2\n",
        "foto.png",
        "\u0089PNG....",
        "b.xlsx",
        workbook.toString(StandardCharsets.ISO_8859_1));
  }

  private Path zip(String name, String... namesAndContents) throws IOException {
    Path file = root.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndContents[i]));
        zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return file;
  }
}
