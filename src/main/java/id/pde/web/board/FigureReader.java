package id.pde.web.board;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.board.Panel;
import id.pde.web.ask.FewRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a figure of the rows that a panel's statement gave, or says why they are none. */
final class FigureReader {

  private static final Set<String> NUMBERS = Set.of("value", "before");
  private static final String PERIOD = "period";

  private final Panel panel;
  private final boolean hideSmall;

  FigureReader(Panel panel, boolean hideSmall) {
    this.panel = panel;
    this.hideSmall = hideSmall;
  }

  /** A figure, or why there is none. */
  record Read(@Nullable Figure figure, @Nullable Issue fault) {}

  Read read(FewRows given) {
    List<String> names = given.columns().stream().map(Column::name).toList();
    for (String needed : panel.kind().needed()) {
      if (!names.contains(needed)) {
        return new Read(null, lacking(needed, names));
      }
    }
    if (given.rows().isEmpty()) {
      return new Read(null, empty());
    }
    int most = panel.kind().rows();
    List<List<Cell>> rows = new ArrayList<>();
    for (List<@Nullable String> values :
        given.rows().subList(0, Math.min(most, given.rows().size()))) {
      List<Cell> row = new ArrayList<>();
      for (int at = 0; at < names.size(); at++) {
        String value = values.get(at);
        boolean number = isNumber(given.columns().get(at));
        try {
          row.add(number ? Cell.number(value, hideSmall) : Cell.text(value));
        } catch (NumberFormatException word) {
          return new Read(null, noNumber(names.get(at)));
        }
      }
      rows.add(row);
    }
    List<Boolean> numeric = given.columns().stream().map(this::isNumber).toList();
    int period = names.indexOf(PERIOD);
    boolean told = period >= 0 && panel.kind() != Panel.Kind.TREND;
    return new Read(
        new Figure(
            names,
            numeric,
            rows,
            given.rows().size() > most && most > 1,
            told ? rows.get(0).get(period).text() : ""),
        null);
  }

  private boolean isNumber(Column column) {
    return column.kind() == Kind.NUMBER
        || (panel.kind() != Panel.Kind.TABLE && NUMBERS.contains(column.name()));
  }

  private Issue lacking(String column, List<String> names) {
    String given = String.join(", ", names);
    return fault(
        "panel.columns",
        new Text(
            "Perintahnya tidak memberi kolom " + column + " (yang ada: " + given + ")",
            "The statement gives no column " + column + " (there are: " + given + ")"),
        new Text("Beri nama dengan AS " + column, "Name it with AS " + column));
  }

  private Issue noNumber(String column) {
    return fault(
        "panel.number",
        new Text("Kolom " + column + " bukan bilangan", "The column " + column + " is no number"),
        new Text("Pilih atau hitung sebuah bilangan", "Choose or compute a number"));
  }

  private Issue empty() {
    return fault(
        "panel.empty",
        new Text("Perintahnya tidak memberi satu baris pun", "The statement gives no row"),
        new Text(
            "Belum ada data yang dimuat, atau syaratnya tidak cocok",
            "No data were loaded yet, or its conditions fit none"));
  }

  private Issue fault(String code, Text message, Text fix) {
    return fault(panel, code, message, fix);
  }

  static Issue fault(Panel panel, String code, Text message, Text fix) {
    return Issue.of(code, Severity.REFUSE, panel.sql(), new Advice(panel.id(), message, fix));
  }
}
