package id.pde.run.board;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.run.board.Panel.Good;
import id.pde.run.board.Panel.Kind;
import id.pde.run.board.PanelText.Beside;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a panel file and finds all that is wrong with it at once. */
public final class PanelReader {

  /** The keys of the format, in the order in which people write them. */
  static final List<String> KEYS =
      List.of(
          "title",
          "note",
          "kind",
          "sql",
          "unit",
          "decimals",
          "order",
          "width",
          "source",
          "good",
          "hide-small",
          "columns");

  /** How a file is named. */
  public static final Pattern ID = Pattern.compile("[a-z][a-z0-9_-]{0,62}");

  private static final Pattern BESIDE = Pattern.compile("[A-Za-z0-9_.-]+\\.sql");
  private static final int LONGEST = 100_000;

  private final PanelText text;
  private final Set<String> datasets;
  private final Faults faults;

  private PanelReader(PanelText text, Set<String> datasets, Faults faults) {
    this.text = text;
    this.datasets = datasets;
    this.faults = faults;
  }

  /**
   * The panel, or null where the file has a fault; why is among the faults.
   *
   * @param datasets the ids of all mappings
   */
  public static @Nullable Panel read(PanelText text, Set<String> datasets, Faults faults) {
    int before = faults.count();
    YamlNode tree = YamlReader.read(text.shown(), text.content(), faults);
    if (tree == null) {
      return null;
    }
    if (!(tree instanceof Entries entries)) {
      faults.add(
          "panel.shape",
          tree.place(),
          new Advice(
              "",
              new Text("sebuah panel berisi kunci dan nilai", "a panel holds keys and values"),
              new Text(
                  "mulai dengan title:, kind: dan sql:", "begin with title:, kind: and sql:")));
      return null;
    }
    Panel panel = new PanelReader(text, datasets, faults).panel(entries);
    return faults.count() == before ? panel : null;
  }

  private @Nullable Panel panel(Entries entries) {
    PanelKeys keys = new PanelKeys(entries, faults);
    keys.refuseUnknown(KEYS);
    keys.require("title", Text.same("title: {id: ..., en: ...}"));
    keys.require("kind", Text.same("kind: tile | trend | bars | table | map"));
    keys.require(
        "sql",
        new Text("sql: SELECT ..., atau sql: nama.sql", "sql: SELECT ..., or sql: name.sql"));
    Text title = keys.text("title");
    Kind kind = keys.choice("kind", List.of(Kind.values()));
    Beside statement = statement(keys.scalar("sql"));
    Text note = keys.text("note");
    Text unit = keys.text("unit");
    int decimals = keys.whole("decimals", 0, 6, 0);
    int order = keys.whole("order", 0, 999_999, 100);
    int width = keys.whole("width", 1, 4, kind == null ? 1 : kind.width());
    Good good = keys.choice("good", List.of(Good.values()));
    List<String> source = source(keys.list("source"));
    var columns = keys.texts("columns");
    if (kind != null) {
      fits(keys, kind);
    }
    if (title == null || kind == null || statement == null) {
      return null;
    }
    return new Panel(
        text.id(),
        title,
        note,
        kind,
        statement.content(),
        unit,
        decimals,
        order,
        width,
        source,
        good,
        keys.flag("hide-small"),
        columns,
        statement.place());
  }

  private static void fits(PanelKeys keys, Kind kind) {
    String word = PanelKeys.word(kind);
    if (kind != Kind.TILE && kind != Kind.TREND) {
      keys.unfit("good", word, "tile | trend");
    }
    if (kind != Kind.TABLE) {
      keys.unfit("columns", word, "table");
    }
  }

  private @Nullable Beside statement(@Nullable Scalar written) {
    if (written == null) {
      return null;
    }
    if (!BESIDE.matcher(written.text().strip()).matches()) {
      return statement(written.text(), written.place());
    }
    String name = written.text().strip();
    Beside beside = text.statements().get(name);
    if (beside == null) {
      faults.add(
          "panel.sql",
          written.place(),
          new Advice(
              "sql",
              new Text(
                  "berkas " + Quoted.of(name) + " tidak ada di samping panel ini",
                  "there is no file " + Quoted.of(name) + " beside this panel"),
              Suggestion.fix(name, text.statements().keySet())));
      return null;
    }
    return statement(beside.content(), beside.place());
  }

  private @Nullable Beside statement(String sql, FilePlace place) {
    String tidy = sql.strip();
    if (tidy.isEmpty() || tidy.length() > LONGEST || tidy.indexOf('\0') >= 0) {
      faults.add(
          "panel.sql",
          place,
          new Advice(
              "sql",
              new Text(
                  "perintah SQL kosong atau terlalu panjang", "the statement is empty or too long"),
              new Text(
                  "tulis satu SELECT, paling panjang 100.000 huruf",
                  "write one SELECT of at most 100,000 characters")));
      return null;
    }
    return new Beside(tidy, place);
  }

  private List<String> source(List<Scalar> written) {
    List<String> found = new ArrayList<>();
    for (Scalar one : written) {
      String id = one.text().strip();
      if (datasets.contains(id)) {
        found.add(id);
      } else {
        faults.add(
            "panel.source",
            one.place(),
            new Advice(
                "source",
                new Text("tidak ada dataset " + one.shown(), "there is no dataset " + one.shown()),
                Suggestion.fix(id, datasets)));
      }
    }
    return found;
  }
}
