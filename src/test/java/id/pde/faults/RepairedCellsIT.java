package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random cells of a good workbook are damaged; what the answer marks is what has to be undone. */
class RepairedCellsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String STALLS =
      """
      title: Kios
      agency: dinsos
      source: {format: xlsx, file: ["kios*"], sheet: all}
      target: {table: kios, key: [lembar, kode], load: replace}
      columns:
        lembar: {from: $sheet, type: text, required: true}
        kode: {from: Kode, type: integer, required: true}
        pemilik: {from: Pemilik, type: text, required: true}
        luas: {from: Luas, type: "decimal(8,2)"}
        sejak: {from: Sejak, type: date}
        buka: {from: Buka, type: boolean}
      tolerance: {rejects: 100%, reject-rows: 5000, shrink: 100%}
      """;

  private static final int SHEETS = 3;
  private static final int ROWS = 40;
  private static final int DAMAGED = 30;

  @TempDir private Path root;
  private Citizens citizens = new Citizens(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    citizens = new Citizens(root, database);
    citizens.begin();
    citizens.execute("DROP TABLE IF EXISTS warehouse.kios, history.kios CASCADE");
    citizens.makeKey();
    Files.writeString(root.resolve("mappings/dinsos/kios.yaml"), STALLS);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 4711})
  void exactlyTheDamagedCellsAreMarkedAndUndoingThemIsEnough(long seed) throws Exception {
    Random random = new Random(seed);
    Path good = Files.createDirectories(root.resolve("baik")).resolve("kios.xlsx");
    write(good, random);
    assertThat(load(good).code()).isZero();
    List<String> wanted = rows();
    citizens.execute("DROP TABLE warehouse.kios, history.kios CASCADE");
    citizens.execute("TRUNCATE pde.run, pde.quarantine, pde.owned_table CASCADE");

    Path bad = root.resolve("kios.xlsx");
    Map<String, Object> damaged = damage(good, bad, random);
    Ended first = load(bad);
    assertThat(first.code()).as("seed " + seed + first.out() + first.err()).isEqualTo(3);

    Path back = citizens.home().resolve("outbox/dinsos/kios.xlsx.perbaikan.xlsx");
    Path corrected = root.resolve("kembali.xlsx");
    try (InputStream in = Files.newInputStream(back);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(corrected)) {
      assertThat(coloured(workbook)).as("seed " + seed).isEqualTo(new TreeSet<>(damaged.keySet()));
      assertThat(commented(workbook)).as("seed " + seed).isEqualTo(new TreeSet<>(damaged.keySet()));
      damaged.forEach((place, value) -> restore(workbook, place, value));
      workbook.write(out);
    }
    String run = citizens.ask("SELECT max(run) FROM pde.run").get(0);
    Ended again = load(corrected);

    assertThat(again.code()).as("seed " + seed + again.out() + again.err()).isZero();
    assertThat(rows()).as("seed " + seed).isEqualTo(wanted);
    assertThat(again.out())
        .contains(
            "memperbaiki run " + run + ": " + damaged.size() + " masalah selesai, 0 masih ada");
  }

  private Ended load(Path file) {
    return citizens.type("load", file.toString(), "-m", "dinsos/kios");
  }

  private List<String> rows() throws Exception {
    return citizens.ask(
        "SELECT concat_ws('|', lembar, kode, pemilik, coalesce(luas::text, '-'),"
            + " coalesce(sejak::text, '-'), coalesce(buka::text, '-'))"
            + " FROM warehouse.kios ORDER BY 1");
  }

  private static void write(Path file, Random random) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFCellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
      for (int s = 0; s < SHEETS; s++) {
        XSSFSheet sheet = workbook.createSheet("Pasar " + (s + 1));
        Row head = sheet.createRow(1);
        List<String> headings = List.of("Kode", "Pemilik", "Luas", "Sejak", "Buka");
        for (int column = 0; column < headings.size(); column++) {
          head.createCell(column + 1).setCellValue(headings.get(column));
        }
        for (int i = 0; i < ROWS; i++) {
          Row row = sheet.createRow(i + 2);
          row.createCell(1).setCellValue(i + 1);
          row.createCell(2).setCellValue("Pedagang " + random.nextInt(1000));
          row.createCell(3).setCellValue(random.nextInt(10_000) / 100.0);
          row.createCell(4).setCellValue(LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9000)));
          row.getCell(4).setCellStyle(date);
          row.createCell(5).setCellValue(random.nextBoolean() ? "Ya" : "Tidak");
        }
      }
      workbook.write(out);
    }
  }

  /** The damaged cells with what stood there. */
  private static Map<String, Object> damage(Path good, Path bad, Random random) throws Exception {
    Map<String, Object> before = new TreeMap<>();
    try (InputStream in = Files.newInputStream(good);
        XSSFWorkbook workbook = new XSSFWorkbook(in);
        OutputStream out = Files.newOutputStream(bad)) {
      while (before.size() < DAMAGED) {
        XSSFSheet sheet = workbook.getSheetAt(random.nextInt(SHEETS));
        Row row = sheet.getRow(2 + random.nextInt(ROWS));
        Cell cell = row.getCell(1 + random.nextInt(5));
        String place = place(cell);
        if (before.containsKey(place)) {
          continue;
        }
        before.put(
            place,
            cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : (Object) cell.getNumericCellValue());
        switch (cell.getColumnIndex()) {
          case 1 -> cell.setCellValue(random.nextBoolean() ? "entah" : "1,5,2");
          case 2 -> cell.setBlank();
          case 3 -> cell.setCellValue(random.nextBoolean() ? "luas sekali" : "12..5");
          case 4 -> cell.setCellValue(random.nextBoolean() ? "31/02/2020" : "kemarin");
          default -> cell.setCellErrorValue((byte) 42);
        }
      }
      workbook.write(out);
    }
    return before;
  }

  private static String place(Cell cell) {
    return cell.getSheet().getSheetName() + "!" + cell.getAddress().formatAsString();
  }

  private static void restore(XSSFWorkbook workbook, String place, Object value) {
    String[] parts = place.split("!", -1);
    var address = new CellAddress(parts[1]);
    Cell cell = workbook.getSheet(parts[0]).getRow(address.getRow()).getCell(address.getColumn());
    if (value instanceof Double number) {
      cell.setCellValue(number);
    } else {
      cell.setCellValue(String.valueOf(value));
    }
  }

  private static Set<String> coloured(XSSFWorkbook workbook) {
    TreeSet<String> places = new TreeSet<>();
    for (Cell cell : cells(workbook)) {
      if (cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND) {
        places.add(place(cell));
      }
    }
    return places;
  }

  private static Set<String> commented(XSSFWorkbook workbook) {
    TreeSet<String> places = new TreeSet<>();
    for (Cell cell : cells(workbook)) {
      if (cell.getCellComment() != null) {
        places.add(place(cell));
      }
    }
    return places;
  }

  private static List<Cell> cells(XSSFWorkbook workbook) {
    Map<String, Cell> cells = new HashMap<>();
    for (int s = 1; s <= SHEETS; s++) {
      for (Row row : workbook.getSheet("Pasar " + s)) {
        row.forEach(cell -> cells.put(place(cell), cell));
      }
    }
    return new ArrayList<>(cells.values());
  }
}
