package id.pde.normalise;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Headings;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one value of a column costs, with its row and its outcome; in nanoseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValuesBenchmark {

  private static final String[] AMOUNTS = {"1.234.567,89", "12.500,00", "Rp 3.000,50", "75,25"};
  private static final String[] DAYS = {"17/08/1945", "01/02/2024", "31/12/1999", "29/02/2020"};
  private static final String[] NUMBERS = {"12", "1.204", "0", "98.765"};
  private static final String[] SEXES = {"L", "PEREMPUAN", "p", "Laki-laki"};
  private static final String[] HEADINGS = {"NAMA  LENGKAP", "Tgl. Lahir", "2019 / L", "No. KTP"};

  private final Sample decimal = Sample.decimal(15, 2).mark(',');
  private final Sample date = Sample.of(new ColumnType.DateType()).formats("dd/MM/yyyy");
  private final Sample integer = Sample.of(new ColumnType.IntegerType()).mark(',');
  private final Sample code = Sample.of(new ColumnType.CodeType("jk"));
  private int next;

  private String of(String[] texts) {
    next = (next + 1) & 3;
    return texts[next];
  }

  @Benchmark
  public @Nullable Object decimal() {
    return decimal.outcome(of(AMOUNTS));
  }

  @Benchmark
  public @Nullable Object date() {
    return date.outcome(of(DAYS));
  }

  @Benchmark
  public @Nullable Object integer() {
    return integer.outcome(of(NUMBERS));
  }

  @Benchmark
  public @Nullable Object code() {
    return code.outcome(of(SEXES));
  }

  @Benchmark
  public Object heading() {
    return Headings.form(of(HEADINGS));
  }
}
