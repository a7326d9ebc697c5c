package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.RowsSpool.Spool;
import id.pde.source.rows.RowsWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersRowsTest {

  @TempDir Path folder = Path.of("");

  private Path spool(String name, Consumer<Spool> fill) {
    Path file = folder.resolve(name);
    try (Spool spool = new RowsWriter().open(file)) {
      fill.accept(spool);
    }
    return file;
  }

  private Seen read(Path file) {
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("harga", file, "0", 1, Delivery.Form.ROWS, null),
            Mappings.of("id", "nama"),
            seen);
    return seen;
  }

  @Test
  void keysThatComeLateAreColumnsOfAllRows() {
    Path file =
        spool(
            "rows",
            spool -> {
              spool.add(Map.of("id", 1));
              Map<String, Object> second = new LinkedHashMap<>();
              second.put("id", 2);
              second.put("nama", "Sa’diyah");
              spool.add(second);
              assertThat(spool.rows()).isEqualTo(2);
            });
    assertThat(read(file).lines)
        .containsExactly("table harga@0 1:id|2:nama", "row 1@1 1|null", "row 2@2 2|Sa’diyah");
  }

  @Test
  void valuesKeepTheirKind() {
    LocalDateTime moment = LocalDateTime.of(2025, 3, 1, 8, 38);
    Path file =
        spool(
            "rows",
            spool ->
                spool.add(
                    Arrays.asList(
                        "id",
                        new BigDecimal("12.50"),
                        16800.0,
                        0.1f,
                        true,
                        null,
                        LocalDate.of(2025, 3, 1),
                        Timestamp.valueOf(moment),
                        OffsetDateTime.parse("2025-03-01T08:38:00+07:00"),
                        Map.of("a", List.of(1)))));
    assertThat(cells(file))
        .containsExactly(
            new Cell.Words("id"),
            new Cell.Numeric("12.50", null),
            new Cell.Numeric("16800", null),
            new Cell.Numeric("0.1", null),
            new Cell.Logical(true),
            Cell.BLANK,
            new Cell.Moment(LocalDate.of(2025, 3, 1)),
            new Cell.Moment(moment),
            new Cell.Moment(OffsetDateTime.parse("2025-03-01T08:38+07:00")),
            new Cell.Words("{\"a\":[1]}"));
  }

  private List<Cell> cells(Path file) {
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("x", file, "0", 1, Delivery.Form.ROWS, null),
            Mappings.of(
                Mappings.header(
                    new HeaderSpec.None(
                        List.of("id", "b", "c", "d", "e", "f", "g", "h", "i", "j"))),
                "id"),
            seen);
    return IntStream.range(0, 10).mapToObj(field -> seen.rows.get(0).cell(field)).toList();
  }

  @Test
  void equalRowsGiveEqualBytes() throws IOException {
    Consumer<Spool> rows = spool -> spool.add(Map.of("id", 1));
    assertThat(Files.readAllBytes(spool("a", rows)))
        .isEqualTo(Files.readAllBytes(spool("b", rows)));
  }

  @Test
  void listsCarryTheirOwnHeadings() {
    Path file =
        spool(
            "rows",
            spool -> {
              spool.add(List.of("id", "nama"));
              spool.add(List.of("1", "Ani"));
            });
    assertThat(read(file).lines).containsExactly("table harga@1 1:id|2:nama", "row 1@2 1|Ani");
  }

  @Test
  void aQueryWithoutRowsIsATableWithoutRows() {
    assertThat(read(spool("rows", spool -> {})).lines).containsExactly("table harga@0 1:id|2:nama");
  }

  @Test
  void refusesBytesAndMixedForms() {
    assertThatThrownBy(() -> spool("a", spool -> spool.add(Map.of("id", new byte[1]))))
        .hasMessage("rows.bytes: Row 1 holds binary content, which is not kept.");
    assertThatThrownBy(
            () ->
                spool(
                    "b",
                    spool -> {
                      spool.add(Map.of("id", 1));
                      spool.add(List.of(1));
                    }))
        .hasMessage("rows.mixed: The route hands over records and lists mixed, from row 2.");
  }

  @Test
  void aSpoolThatIsCutOffIsDamaged() throws IOException {
    byte[] whole =
        Files.readAllBytes(
            spool(
                "a",
                spool -> {
                  for (int i = 0; i < 100; i++) {
                    spool.add(Map.of("id", i * 7919));
                  }
                }));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length - 20));
    assertThatThrownBy(() -> read(cut)).hasMessageStartingWith("file.damaged: ");
  }
}
