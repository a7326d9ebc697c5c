package id.pde.cli;

import id.pde.model.Counts;
import id.pde.model.Text;
import id.pde.run.Changes;
import id.pde.run.Changes.Change;
import id.pde.run.Changes.Difference;
import id.pde.run.Numbers;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a plan would change, by examples. */
final class ChangesPrinter {

  /** Values are recognised by their beginning. */
  private static final int WIDTH = 40;

  private final Output console;

  ChangesPrinter(Output console) {
    this.console = console;
  }

  void print(Changes changes, Counts counts) {
    print(new Text("baris baru", "new rows"), counts.inserted(), changes.added(), "+");
    print(new Text("baris berubah", "changed rows"), counts.updated(), changes.changed(), "~");
    if (!changes.columns().isEmpty()) {
      String columns =
          changes.columns().entrySet().stream()
              .map(column -> column.getKey() + " " + number(column.getValue()))
              .collect(Collectors.joining(", "));
      console.out().println(console.in(new Text("  menurut kolom: ", "  by column: ")) + columns);
    }
    print(new Text("baris dihapus", "deleted rows"), counts.deleted(), changes.deleted(), "-");
  }

  private void print(Text what, long count, List<Change> examples, String sign) {
    if (count == 0) {
      return;
    }
    console.out().println();
    console.out().println(number(count) + " " + console.in(what));
    for (Change change : examples) {
      console.out().println("  " + sign + " " + key(change) + place(change));
      for (Difference one : change.differences()) {
        console
            .out()
            .println(
                "      " + one.column() + ": " + shown(one.before()) + " -> " + shown(one.after()));
      }
    }
    if (count > examples.size() && !examples.isEmpty()) {
      String more = number(count - examples.size());
      console
          .out()
          .println(console.in(new Text("  dan " + more + " lagi", "  and " + more + " more")));
    }
  }

  private String number(long count) {
    return console.in(new Text(Numbers.id(count), Numbers.en(count)));
  }

  private static String key(Change change) {
    String key =
        change.key().entrySet().stream()
            .map(value -> value.getKey() + " = " + shown(value.getValue()))
            .collect(Collectors.joining(", "));
    return key.isEmpty() ? "" : key + "  ";
  }

  private static String place(Change change) {
    String place = Printable.name(change.place());
    return change.run() == null ? "(" + place + ")" : "(" + place + ", run " + change.run() + ")";
  }

  private static String shown(@Nullable String value) {
    if (value == null) {
      return "-";
    }
    String printable = Printable.name(value);
    return printable.length() <= WIDTH ? printable : printable.substring(0, WIDTH - 1) + "…";
  }
}
