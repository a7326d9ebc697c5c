package id.pde.guess;

import id.pde.guess.Proposal.Line;
import id.pde.model.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Proposes {@code where} for tables with remarks, titles and signatures between and below their
 * rows.
 */
final class WhereChoice {

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Words that CEL keeps for itself. */
  private static final Set<String> RESERVED =
      Set.of(
          "as",
          "bool",
          "break",
          "bytes",
          "const",
          "continue",
          "double",
          "dyn",
          "else",
          "false",
          "field",
          "for",
          "function",
          "if",
          "import",
          "in",
          "int",
          "let",
          "list",
          "loop",
          "map",
          "namespace",
          "nil",
          "none",
          "null",
          "null_type",
          "package",
          "return",
          "string",
          "true",
          "type",
          "uint",
          "var",
          "void",
          "while");

  private final TableEvidence evidence;
  private final List<ColumnDraft> columns;

  WhereChoice(TableEvidence evidence, List<ColumnDraft> columns) {
    this.evidence = evidence;
    this.columns = columns;
  }

  /** The condition that every row of data meets and no other, where one is needed and found. */
  Optional<Line> choose(List<String> key) {
    if (evidence.thin() == 0) {
      return Optional.empty();
    }
    return evidence.fields().stream()
        .filter(field -> field.always() && field.thin() == 0)
        .max((one, other) -> Integer.compare(worth(one, key), worth(other, key)))
        .map(field -> line(field.heading()));
  }

  private int worth(FieldEvidence field, List<String> key) {
    for (ColumnDraft column : columns) {
      if (column.heading().equals(field.heading()) && key.contains(column.name())) {
        return 3;
      }
    }
    return new Heading(field.heading()).keyRank() > 0 ? 2 : 1;
  }

  private Line line(String heading) {
    boolean plain =
        IDENTIFIER.matcher(heading).matches()
            && !RESERVED.contains(heading.toLowerCase(Locale.ROOT));
    String quoted = "\"" + heading.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    String condition = (plain ? heading : "field(" + quoted + ")") + " != null";
    String places =
        evidence.thinAt().stream().map(Location::shown).collect(Collectors.joining("; "));
    String more = evidence.thin() > evidence.thinAt().size() ? "; ..." : "";
    return new Line(
        Yaml.text(condition),
        List.of(
            Remarks.of(
                evidence.thin() + " baris hampir kosong tampaknya bukan data: " + places + more,
                evidence.thin() + " nearly empty rows seem to be no data: " + places + more)));
  }
}
