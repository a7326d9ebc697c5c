package id.pde.source.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import id.pde.model.Cell;
import id.pde.run.RowsSpool.Cells;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes in archives: those of ever since, and read back as they were. */
final class RowBytesTest {

  private static final int ROWS = 3_000;

  @Test
  void writes_what_a_general_generator_writes() throws IOException {
    ByteArrayOutputStream ours = new ByteArrayOutputStream();
    try (RowBytes bytes = new RowBytes(ours)) {
      bytes.columns(List.of("a", "nilai \"x\"", "é"), List.of("text", "numeric", "bool"));
      SplittableRandom random = new SplittableRandom(3);
      for (int row = 0; row < ROWS; row++) {
        bytes.begin();
        give(random, bytes);
        bytes.end();
      }
    }
    ByteArrayOutputStream theirs = new ByteArrayOutputStream();
    try (JsonGenerator json =
        new JsonFactoryBuilder()
            .rootValueSeparator("\n")
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build()
            .createGenerator((OutputStream) theirs)) {
      json.writeStartObject();
      json.writeArrayFieldStart("columns");
      for (String name : List.of("a", "nilai \"x\"", "é")) {
        json.writeString(name);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("types");
      for (String type : List.of("text", "numeric", "bool")) {
        json.writeString(type);
      }
      json.writeEndArray();
      json.writeEndObject();
      SplittableRandom random = new SplittableRandom(3);
      for (int row = 0; row < ROWS; row++) {
        json.writeStartArray();
        give(random, new JsonCells(json));
        json.writeEndArray();
      }
    }
    assertThat(ours.toByteArray()).isEqualTo(theirs.toByteArray());
  }

  @Test
  void reads_back_what_was_written() throws IOException {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (RowBytes bytes = new RowBytes(written)) {
      SplittableRandom random = new SplittableRandom(5);
      for (int row = 0; row < ROWS; row++) {
        bytes.begin();
        give(random, bytes);
        bytes.end();
      }
    }
    SplittableRandom random = new SplittableRandom(5);
    try (RowScanner scanner = scanner(written.toByteArray())) {
      for (int row = 0; row < ROWS; row++) {
        List<Cell> expected = new ArrayList<>();
        give(random, new Expected(expected));
        assertThat(row(scanner)).as("row %d", row).isEqualTo(expected);
      }
      assertThat(scanner.peek()).isEqualTo(-1);
    }
  }

  @Test
  void takes_text_that_an_editor_wrote() throws IOException {
    String text =
        " [ \"caf\u00e9 \\u00e9\\/\" , -1.50 ,true, null ,{ \"moment\" : \"2026-02-28\" } ]\r\n";
    try (RowScanner scanner = scanner(text.getBytes(StandardCharsets.UTF_8))) {
      assertThat(row(scanner))
          .containsExactly(
              new Cell.Words("caf\u00e9 \u00e9/"),
              new Cell.Numeric("-1.50", null),
              new Cell.Logical(true),
              Cell.BLANK,
              new Cell.Moment(LocalDate.of(2026, 2, 28)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"abc",
        "[\"abc\\",
        "[\"a\\u12\"]",
        "[\"a\\x\"]",
        "[12",
        "[tru]",
        "[1 2,",
        "[{\"day\":\"2026-01-01\"}]",
        "[{\"moment\":\"2026-02-30\"}]",
        "[",
        "[<]"
      })
  void refuses_what_is_damaged(String text) {
    assertThatThrownBy(
            () -> {
              try (RowScanner scanner = scanner(text.getBytes(StandardCharsets.UTF_8))) {
                row(scanner);
              }
            })
        .isInstanceOfAny(IOException.class, java.time.DateTimeException.class);
  }

  @Test
  void refuses_a_value_beyond_the_limit() {
    String text = "[\"" + "x".repeat(300_000) + "\"]";
    assertThatThrownBy(
            () -> {
              try (RowScanner scanner =
                  new RowScanner(
                      new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)),
                      100_000)) {
                row(scanner);
              }
            })
        .hasMessageContaining("longer than the limit");
  }

  @Test
  void tells_the_writer_what_the_packer_met() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(
            () -> {
              try (PackAhead ahead = new PackAhead(full, 16)) {
                for (int i = 0; i < 10_000; i++) {
                  ahead.write(i);
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private static RowScanner scanner(byte[] bytes) {
    return new RowScanner(new ByteArrayInputStream(bytes), 1 << 20);
  }

  private static List<Cell> row(RowScanner scanner) throws IOException {
    List<Cell> cells = new ArrayList<>();
    scanner.pass('[');
    while (!scanner.passed(']')) {
      scanner.passed(',');
      cells.add(RowCells.next(scanner));
    }
    return cells;
  }

  private static void give(SplittableRandom random, Cells cells) {
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      switch (random.nextInt(8)) {
        case 0 -> cells.none();
        case 1 -> cells.flag(random.nextBoolean());
        case 2 -> cells.digits(Long.toString(random.nextLong()));
        case 3 -> cells.digits("-12.50");
        case 4 -> cells.moment(LocalDate.ofEpochDay(random.nextInt(-9_999, 99_999)).toString());
        case 5 -> cells.moment(random.nextBoolean() ? "2026-03-01T07:15:30.25" : "10:00:05");
        case 6 -> cells.moment("2026-03-01T07:15:30+07:00");
        default -> cells.words(words(random));
      }
    }
  }

  private static String words(SplittableRandom random) {
    int length = random.nextInt(20) == 0 ? random.nextInt(70_000) : random.nextInt(1, 30);
    StringBuilder text = new StringBuilder("w");
    for (int i = 0; i < length; i++) {
      int bound = random.nextInt(10) == 0 ? 0x10000 : 128;
      text.append((char) random.nextInt(bound));
    }
    return text.toString();
  }

  private record Expected(List<Cell> cells) implements Cells {
    @Override
    public void none() {
      cells.add(Cell.BLANK);
    }

    @Override
    public void words(String text) {
      cells.add(new Cell.Words(text));
    }

    @Override
    public void digits(String plain) {
      cells.add(new Cell.Numeric(plain, null));
    }

    @Override
    public void flag(boolean value) {
      cells.add(new Cell.Logical(value));
    }

    @Override
    public void moment(String iso) {
      boolean zoned = iso.endsWith("+07:00");
      if (iso.indexOf('T') > 0) {
        cells.add(new Cell.Moment(zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso)));
      } else {
        cells.add(
            new Cell.Moment(iso.indexOf(':') > 0 ? LocalTime.parse(iso) : LocalDate.parse(iso)));
      }
    }
  }
}
