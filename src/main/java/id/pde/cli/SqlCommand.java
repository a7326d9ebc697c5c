package id.pde.cli;

import id.pde.model.Issue;
import id.pde.run.IssueText;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One SQL statement, read-only. */
@Command(name = "sql")
final class SqlCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "SQL", descriptionKey = "statement")
  private String statement;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      descriptionKey = "sql-format")
  private Format format;

  @Option(names = "--json", descriptionKey = "sql-json")
  private boolean json;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      defaultValue = "60",
      descriptionKey = "sql-timeout")
  private int seconds;

  /** How the result is written. */
  enum Format {
    TABLE,
    CSV,
    /** An array of objects. */
    JSON
  }

  SqlCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    ResultVisitor printer =
        switch (json ? Format.JSON : format) {
          case TABLE -> new ResultTable(console);
          case CSV -> new ResultCsv(console);
          case JSON -> new ResultJson(console);
        };
    @Nullable Issue fault =
        engine.sql().query(statement, Duration.ofSeconds(Math.max(1, seconds)), printer);
    if (printer instanceof ResultTable table) {
      table.finish();
    }
    if (fault == null && printer instanceof ResultJson array) {
      array.finish();
    }
    if (fault != null) {
      console.err().println(IssueText.block(fault, console.language()));
      return ExitCode.USAGE;
    }
    return ExitCode.DONE;
  }
}
