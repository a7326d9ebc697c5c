package id.pde.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written with quotes or escapes comes back, at the line where it was written. */
class RecordReaderProperties {

  private static final String SIGNS = "ab ,;\"'\\\n\r\t|é\u2013\uFFFD";
  private static final List<String> BREAKS = List.of("\n", "\r\n", "\r");

  private final StringBuilder text = new StringBuilder();
  private final List<List<String>> expected = new ArrayList<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void readsWhatWasWritten(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    boolean escapes = seed % 2 == 0;
    Dialect dialect = new Dialect(';', '"', escapes ? '\\' : Dialect.NONE);
    while (text.length() < 300_000) {
      write(random, escapes);
    }

    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    long line = 1;
    try (TextReader signs =
        new TextReader(
            new ByteArrayInputStream(bytes),
            Encoding.of(StandardCharsets.UTF_8, 0),
            bytes.length)) {
      RecordReader reader =
          new RecordReader(signs, dialect, ReadLimits.DEFAULT, TextFile.Stance.LOAD);
      for (List<String> fields : expected) {
        GridRow row = reader.next();
        assertThat(row).as("seed %d, line %d", seed, line).isNotNull();
        assertThat(row.number()).as("seed %d", seed).isEqualTo(line);
        assertThat(fieldsOf(row)).as("seed %d, line %d", seed, line).isEqualTo(fields);
        assertThat(row.faults()).isEmpty();
        line += 1 + fields.stream().mapToLong(RecordReaderProperties::breaks).sum();
      }
      assertThat(reader.next()).isNull();
    }
  }

  private void write(SplittableRandom random, boolean escapes) {
    List<String> fields = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      // An escaped CR before the break of the record would be one break with it.
      String field = field(random).replaceFirst(escapes ? "\r+$" : "$^", "");
      fields.add(field);
      text.append(i == 0 ? "" : ";").append(written(field, escapes));
    }
    expected.add(fields);
    text.append(BREAKS.get(random.nextInt(3)));
    if (text.charAt(text.length() - 1) == '\r') {
      // A record that begins with LF would make one break of both.
      expected.add(List.of("x"));
      text.append("x\n");
    }
  }

  private static String field(SplittableRandom random) {
    StringBuilder field = new StringBuilder();
    int length = random.nextInt(20) == 0 ? random.nextInt(9000) : random.nextInt(8);
    for (int i = 0; i < length; i++) {
      field.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return field.toString();
  }

  private static String written(String field, boolean escaped) {
    if (escaped) {
      // A break of two signs is one break, so one escape stands before it.
      return field.replaceAll("([\\\\;\"]|\r\n|\r|\n)", "\\\\$1");
    }
    return '"' + field.replace("\"", "\"\"") + '"';
  }

  private static long breaks(String field) {
    return field.replace("\r\n", "\n").chars().filter(sign -> sign == '\n' || sign == '\r').count();
  }

  private static List<String> fieldsOf(GridRow row) {
    List<String> fields = new ArrayList<>();
    for (int column = 0; column < row.width(); column++) {
      fields.add(row.text(column));
    }
    return fields;
  }
}
