package id.pde.cli;

import id.pde.mapping.Described.Privacy;
import id.pde.run.InertCell;
import id.pde.run.MappingFolder;
import id.pde.run.catalogue.Dataset;
import id.pde.run.catalogue.Datasets;
import id.pde.run.catalogue.Gap;
import id.pde.run.catalogue.JsonText;
import id.pde.run.catalogue.Processing;
import id.pde.run.catalogue.ProcessingJson;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The register of processing of personal data (UU 27/2022, article 31). */
@Command(name = "register")
final class RegisterCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Option(
      names = "--format",
      paramLabel = "table|csv|json",
      defaultValue = "table",
      descriptionKey = "register-format")
  private Format format;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** In which form. */
  enum Format {
    TABLE,
    CSV,
    JSON
  }

  RegisterCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    MappingFolder folder = engine.mappings().read();
    LeftOut.tell(folder, console);
    List<Processing> register = Processing.register(Datasets.of(folder));
    switch (json ? Format.JSON : format) {
      case JSON ->
          console.out().print(JsonText.of(ProcessingJson.of(register, console.language())));
      case CSV -> csv(register);
      case TABLE -> table(register);
    }
    return ExitCode.DONE;
  }

  private void table(List<Processing> register) {
    Table table = new Table(console.out());
    table.row("id", "purpose", "basis", "retention", "general", "specific", "gaps");
    for (Processing entry : register) {
      Privacy privacy = entry.privacy();
      table.row(
          entry.dataset().id(),
          shown(privacy.purpose()),
          shown(privacy.basis()),
          shown(privacy.retention()),
          Integer.toString(entry.general().size()),
          Integer.toString(entry.specific().size()),
          entry.gaps().stream().map(Gap::field).collect(Collectors.joining(", ")));
    }
    table.print();
  }

  private static String shown(@Nullable String text) {
    return text == null ? "-" : Printable.name(text);
  }

  private void csv(List<Processing> register) {
    console
        .out()
        .println(
            "id,title,agency,contact,table,purpose,basis,retention,subjects,general,specific,"
                + "protection,recipients,gaps");
    for (Processing entry : register) {
      Dataset dataset = entry.dataset();
      Privacy privacy = entry.privacy();
      List<String> fields =
          Stream.of(
                  dataset.id(),
                  console.in(dataset.mapping().title()),
                  dataset.agency().name(),
                  text(dataset.agency().contact()),
                  dataset.mapping().target().table(),
                  text(privacy.purpose()),
                  text(privacy.basis()),
                  text(privacy.retention()),
                  text(privacy.subjects()),
                  joined(entry.general()),
                  joined(entry.specific()),
                  joined(entry.protection()),
                  joined(entry.recipients().stream().map(console::in).toList()),
                  joined(entry.gaps().stream().map(gap -> console.in(gap.fix())).toList()))
              .map(InertCell::of)
              .toList();
      console.out().println(CsvLine.of(fields));
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String joined(List<String> texts) {
    return String.join("; ", texts);
  }
}
