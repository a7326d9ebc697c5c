package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.MappingReader.Checked;
import id.pde.mapping.Vocabulary;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Dating;
import id.pde.run.Checks;
import id.pde.run.Delivery;
import id.pde.run.NormaliserChecks;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Reads a delivery by a mapping and writes down what becomes of its rows, one line each. */
final class Loading implements RowVisitor {

  private Mapping mapping;
  private final List<String> lines = new ArrayList<>();
  private final Checks checks = new NormaliserChecks(CodeLists.NONE);
  private Function<Row, Outcome> check = row -> new Outcome.Rejected(row, List.of());
  private long ordinal;

  private Loading(Mapping mapping) {
    this.mapping = mapping;
  }

  /** The mapping of a YAML text that has no fault. */
  static Mapping mapping(String yaml) {
    Checked checked =
        MappingReader.read(
            new MappingText("mappings/uji/contoh.yaml", yaml, "0".repeat(64)),
            new Vocabulary(Set.of(), Set.of("uji")));
    assertThat(
            checked.faults().stream()
                .map(fault -> fault.location().shown() + " " + fault.message().en()))
        .isEmpty();
    Mapping mapping = checked.mapping();
    if (mapping == null) {
      throw new AssertionError("no mapping and no fault");
    }
    return mapping;
  }

  static List<String> text(Path folder, String yaml, String content) {
    return file(folder.resolve("data.csv"), yaml, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> book(Path folder, String yaml, byte[] content) {
    return file(folder.resolve("data.xlsx"), yaml, content);
  }

  private static List<String> file(Path file, String yaml, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    }
    return of(file, yaml);
  }

  /** What becomes of a file. */
  static List<String> of(Path file, String yaml) {
    Loading loading = new Loading(mapping(yaml));
    String name = String.valueOf(file.getFileName());
    Delivery delivery = new Delivery(name, file, "0", 1, Delivery.Form.FILE, null).in("Pasar Baru");
    try {
      new Readers().read(delivery, loading.mapping, loading);
    } catch (RunStopped stopped) {
      loading.lines.add("REFUSED " + shown(stopped.issue()));
    }
    return loading.lines;
  }

  @Override
  public void layout(Mapping variant) {
    mapping = variant;
  }

  @Override
  public void table(Header header) {
    lines.add(
        "table "
            + header.fields().stream()
                .map(field -> field.heading())
                .collect(Collectors.joining("|")));
    Checks.Fit fit = checks.fit(mapping, header, Dating.NONE);
    if (fit instanceof Checks.Fit.Fits fits) {
      check = fits.check();
      fits.notes().forEach(note -> lines.add("note " + shown(note)));
    } else if (fit instanceof Checks.Fit.Misfit misfit) {
      misfit.faults().forEach(fault -> lines.add("MISFIT " + shown(fault)));
    }
  }

  private void count(Row row) {
    assertThat(row.ordinal()).isEqualTo(++ordinal);
    assertThat(row.size()).isEqualTo(row.header().fields().size());
  }

  @Override
  public void row(Row row) {
    count(row);
    Outcome outcome = check.apply(row);
    if (outcome instanceof Outcome.Accepted accepted) {
      String values =
          IntStream.range(0, accepted.record().size())
              .mapToObj(i -> String.valueOf(accepted.record().value(i)).replace("\n", "\\n"))
              .collect(Collectors.joining("|"));
      lines.add(place(row) + " " + values + issues(accepted.issues()));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      lines.add(place(row) + " rejected" + issues(rejected.issues()));
    }
  }

  private static String place(Row row) {
    return row.reference();
  }

  private static String issues(List<Issue> issues) {
    return issues.stream()
        .map(issue -> " <" + issue.code() + " " + issue.location().shown() + ">")
        .collect(Collectors.joining());
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    count(row);
    lines.add(place(row) + " rejected" + issues(issues));
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    count(row);
    lines.add(place(row) + " " + reason.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void note(Issue issue) {
    lines.add("note " + issue.code() + " " + issue.location().shown());
  }

  private static String shown(Issue issue) {
    return issue.code() + " " + issue.location().shown() + " " + issue.message().en();
  }

  /** Lines of a text block. */
  static String[] lines(String block) {
    return Arrays.stream(block.split("\n")).toArray(String[]::new);
  }
}
