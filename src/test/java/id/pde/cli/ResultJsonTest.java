package id.pde.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultJsonTest {

  private final StringWriter out = new StringWriter();
  private final PrintWriter writer = new PrintWriter(out);
  private final ResultJson result = new ResultJson(new Output(writer, writer, Language.ID, false));

  @Test
  void rowsAreOneArrayWithARowALine() {
    result.columns(List.of(new Column("n", Kind.NUMBER), new Column("t", Kind.TEXT)));
    result.row(Arrays.asList("1.50", "a\"b"));
    result.row(Arrays.asList("NaN", null));
    result.finish();
    writer.flush();
    assertThat(out.toString().replace(System.lineSeparator(), "\n"))
        .isEqualTo("[\n{\"n\":1.50,\"t\":\"a\\\"b\"},\n{\"n\":\"NaN\",\"t\":null}\n]\n");
  }

  @Test
  void noRowIsAnEmptyArray() {
    result.columns(List.of(new Column("n", Kind.NUMBER)));
    result.finish();
    writer.flush();
    assertThat(out.toString().strip()).isEqualTo("[]");
  }
}
