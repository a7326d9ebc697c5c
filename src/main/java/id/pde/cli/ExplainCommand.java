package id.pde.cli;

import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;
import id.pde.run.explain.Answer;
import id.pde.run.explain.Lineage;
import id.pde.run.explain.Lineage.Filled;
import id.pde.run.explain.Question;
import id.pde.run.explain.Relation;
import id.pde.run.explain.RowVersions.Place;
import id.pde.run.explain.Story;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Where a row comes from, with all its versions; without a key where columns come from; with {@code
 * --heading} where a heading goes.
 */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TABLE[.COLUMN]",
      descriptionKey = "explain-table")
  private @Nullable String table;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY", descriptionKey = "explain-key")
  private List<String> key = List.of();

  @Option(names = "--run", paramLabel = "N", descriptionKey = "explain-run")
  private @Nullable Long run;

  @Option(names = "--row", paramLabel = "ROW", descriptionKey = "explain-row")
  private @Nullable String row;

  @Option(names = "--heading", paramLabel = "HEADING", descriptionKey = "explain-heading")
  private @Nullable String heading;

  @Option(names = "--from-archive", descriptionKey = "explain-archive")
  private boolean fromArchive;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  ExplainCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    String named = table;
    String wanted = heading;
    if (wanted != null && named == null) {
      return heading(wanted);
    }
    if (named == null || wanted != null) {
      throw new Misuse(
          new Text(
              "Sebut tabelnya (dan kuncinya), atau --heading JUDUL. Bantuan: pde explain --help",
              "Name a table (and a key), or --heading HEADING. Help: pde explain --help"));
    }
    return key.isEmpty() && run == null && row == null ? lineage(named) : row(named);
  }

  private int row(String named) {
    Place place = place();
    Question.Sight sight = fromArchive ? Question.Sight.FROM_ARCHIVE : Question.Sight.REDACTED;
    Answer answer = engine.explaining().row(new Question(named, key, place, sight));
    if (answer instanceof Answer.Unknown unknown) {
      throw new NotFound(unknown.text());
    }
    if (answer instanceof Answer.Misfit misfit) {
      throw new Misuse(misfit.text());
    }
    Story story = ((Answer.Told) answer).story();
    if (json) {
      Json.print(console.out(), out -> new StoryJson(out, console.language()).write(story));
    } else {
      new StoryPrinter(console).print(story);
    }
    return ExitCode.DONE;
  }

  private @Nullable Place place() {
    Long number = run;
    String reference = row;
    if (number == null && reference == null) {
      return null;
    }
    if (number == null || reference == null || !key.isEmpty()) {
      throw new Misuse(
          new Text(
              "--run dan --row dipakai bersama, tanpa kunci.",
              "--run and --row go together, without a key."));
    }
    return new Place(number, reference);
  }

  private int lineage(String named) {
    Relation relation = Relation.of(named);
    Lineage lineage = engine.lineage();
    List<Filled> tables =
        relation
            .column()
            .map(column -> lineage.column(relation.table(), column))
            .orElseGet(() -> lineage.table(relation.table()));
    if (tables.isEmpty()) {
      throw new NotFound(unknown(relation, lineage));
    }
    return show(tables);
  }

  private static Text unknown(Relation relation, Lineage lineage) {
    List<Filled> table = lineage.table(relation.table());
    String name = relation.column().orElse(relation.table());
    List<String> known =
        table.isEmpty()
            ? lineage.tables()
            : table.stream().flatMap(one -> one.columns().stream()).map(one -> one.name()).toList();
    Text near = Suggestion.fix(table.isEmpty() ? relation.table() : name, known);
    return table.isEmpty()
        ? new Text(
            "Tidak ada pemetaan yang mengisi tabel " + relation.table() + "; " + near.id(),
            "No mapping fills a table " + relation.table() + "; " + near.en())
        : new Text(
            "Tabel " + relation.table() + " tidak punya kolom " + name + "; " + near.id(),
            "Table " + relation.table() + " has no column " + name + "; " + near.en());
  }

  private int heading(String wanted) {
    List<Filled> tables = engine.lineage().heading(wanted);
    if (tables.isEmpty()) {
      throw new NotFound(
          new Text(
              "Tidak ada pemetaan yang mengambil judul \"" + Printable.name(wanted) + "\".",
              "No mapping takes a heading \"" + Printable.name(wanted) + "\"."));
    }
    return show(tables);
  }

  private int show(List<Filled> tables) {
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      tables.forEach(one -> array.add(out -> LineageJson.write(out, one, console.language())));
      array.end();
    } else {
      new LineagePrinter(console).print(tables);
    }
    return ExitCode.DONE;
  }
}
