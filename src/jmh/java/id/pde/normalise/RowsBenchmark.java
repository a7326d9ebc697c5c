package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Rows of 13 columns, two of them codes, through all that is asked of them; in rows per second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RowsBenchmark {

  private static final int ROWS = 1024;

  private static final String MAPPING =
      """
      source: {decimal: ","}
      target: {table: warga, key: [no]}
      columns:
        no: {type: integer}
        nama: {type: text, class: internal}
        jk: {type: code(jk)}
        lahir: {type: date, format: dd/MM/yyyy, class: internal}
        urusan: {type: code(urusan)}
        l: {type: integer}
        p: {type: integer}
        total: {type: integer}
        pagu: {type: "decimal(15,2)"}
        realisasi: {type: "decimal(15,2)"}
        aktif: {type: boolean}
        alamat: {type: text, class: internal}
        ket: {type: text}
      """;

  private static final String RULES =
      """
      rules:
        - {name: jumlah, check: l + p == total, severity: reject}
        - {name: pagu, check: realisasi <= pagu * 1.1, severity: warn}
        - {name: lahir, check: lahir <= period.end, severity: reject}
      """;

  @Param({"none", "three"})
  private String rules = "none";

  private @Nullable Normaliser normaliser;
  private final List<Row> rows = new ArrayList<>();
  private int next;

  @Setup
  public void prepare() {
    String content = rules.equals("none") ? MAPPING : MAPPING + RULES;
    Mapping mapping =
        Objects.requireNonNull(
            MappingReader.read(
                    new MappingText("mappings/dkupp/warga.yaml", content, "00"),
                    new Vocabulary(Set.of("jk", "urusan"), Set.of("dkupp")))
                .mapping());
    List<Field> fields = new ArrayList<>();
    mapping.columns().forEach(column -> fields.add(new Field(column.name(), fields.size() + 1)));
    Header header = new Header(Header.Origin.TEXT, "", 1, fields);
    Binding binding = ((Binding.Bound.Fits) Binding.bind(mapping, header)).binding();
    Period period = Period.parse("2024").orElseThrow();
    normaliser = new Normaliser(mapping, Sample.LISTS, binding, Dating.Dated.always(period));
    for (int i = 0; i < ROWS; i++) {
      rows.add(Row.ofTexts(header, 1, i + 2, row(i)));
    }
  }

  private static @Nullable String[] row(int i) {
    String l = Integer.toString(i * 7 % 900);
    String p = Integer.toString(i * 13 % 900);
    return new @Nullable String[] {
      Integer.toString(100_000 + i),
      "Siti Aminah " + i,
      i % 2 == 0 ? "L" : "PEREMPUAN",
      "%02d/%02d/%d".formatted(1 + i % 28, 1 + i % 12, 1950 + i % 60),
      i % 3 == 0 ? "2.10" : "2.20",
      l,
      p,
      Integer.toString(i * 7 % 900 + i * 13 % 900),
      "1.%03d.000,50".formatted(i % 1000),
      "%d.000,25".formatted(100 + i % 800),
      i % 2 == 0 ? "Ya" : "Tidak",
      "Jl. Panglima Sudirman No. " + i,
      i % 5 == 0 ? "" : "lengkap"
    };
  }

  @Benchmark
  public Outcome row() {
    next = (next + 1) % ROWS;
    return Objects.requireNonNull(normaliser).apply(rows.get(next));
  }
}
