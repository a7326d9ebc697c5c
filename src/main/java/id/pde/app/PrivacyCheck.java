package id.pde.app;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Described;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for personal data that nobody says a purpose of. */
final class PrivacyCheck {

  private PrivacyCheck() {}

  /** A warning for each mapping with personal columns and without {@code privacy}. */
  static List<Issue> warnings(Collection<Mapping> mappings) {
    return mappings.stream()
        .sorted(Comparator.comparing(Mapping::id))
        .flatMap(mapping -> warning(mapping).stream())
        .toList();
  }

  private static Optional<Issue> warning(Mapping mapping) {
    return mapping.columns().stream()
        .filter(column -> !column.dataClass().open())
        .findFirst()
        .filter(personal -> Described.of(mapping).privacy().isEmpty())
        .map(PrivacyCheck::missing);
  }

  private static Issue missing(ColumnSpec personal) {
    return Issue.of(
        "privacy.missing",
        Severity.WARN,
        personal.place(),
        new Advice(
            "privacy",
            new Text(
                "kolom "
                    + personal.name()
                    + " pribadi, tetapi privacy tidak ditulis (UU 27/2022, pasal 31)",
                "column "
                    + personal.name()
                    + " is personal, but privacy is not written (UU 27/2022, article 31)"),
            new Text(
                "tulis privacy: {basis: ..., purpose: ..., retention: ..., subjects: ...}",
                "write privacy: {basis: ..., purpose: ..., retention: ..., subjects: ...}")));
  }
}
