package id.pde.run.catalogue;

import id.pde.mapping.Described.Privacy;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.catalogue.Holdings.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contract of a mapping in the Open Data Contract Standard 3.0 (Bitol): the table in {@code
 * warehouse}, its columns, what is checked, when data are due and who answers for them.
 */
public final class Contract {

  /** The standard and its version. */
  static final String STANDARD = "ODCS v3.0.1";

  /** The role that reads what the classes allow. */
  private static final String ANALYSTS = "pde_analyst";

  private static final Pattern RETENTION = Pattern.compile("(\\d{1,9})\\s*([dmy])");

  private final Dataset dataset;
  private final Language language;

  private Contract(Dataset dataset, Language language) {
    this.dataset = dataset;
    this.language = language;
  }

  public static Node of(Dataset dataset, Server server, Language language) {
    return new Contract(dataset, language).write(server);
  }

  /** Changes with every change of the mapping file. */
  static String version(Dataset dataset) {
    return dataset.mapping().text().sha256().substring(0, 12);
  }

  private Node write(Server server) {
    Mapping mapping = dataset.mapping();
    return Fields.begin()
        .text("apiVersion", "v3.0.1")
        .text("kind", "DataContract")
        .text("id", dataset.uuid("contract").toString())
        .text("name", dataset.id())
        .text("version", version(dataset))
        .text("status", dataset.holding() == null ? "draft" : "active")
        .text("domain", dataset.agency().id())
        .texts("tags", dataset.described().keywords())
        .node("description", description())
        .items("servers", List.of(server(server)))
        .items("schema", List.of(ContractSchema.of(dataset, language)))
        .items("slaProperties", promises())
        .items("team", List.of(team()))
        .items("support", support())
        .items("roles", List.of(role()))
        .items("customProperties", customs(mapping.target()))
        .made();
  }

  private Node description() {
    Privacy privacy = dataset.described().privacy();
    Text limits =
        switch (dataset.access()) {
          case PUBLIC -> new Text("Semua kolom publik.", "All columns are public.");
          case RESTRICTED ->
              new Text(
                  "Ada kolom internal: bukan untuk diterbitkan.",
                  "Some columns are internal: not for publication.");
          case NON_PUBLIC ->
              new Text(
                  "Ada kolom pribadi: analis melihatnya tertutup di mart, atau tidak sama sekali.",
                  "Some columns are personal: analysts see masks of them in mart, or nothing.");
        };
    return Fields.begin()
        .text("purpose", privacy.purpose())
        .text("usage", dataset.description().in(language))
        .text("limitations", limits.in(language))
        .made();
  }

  private static Node server(Server server) {
    return Fields.begin()
        .text("server", "warehouse")
        .text("type", "postgres")
        .text("host", server.host())
        .whole("port", (long) server.port())
        .text("database", server.database())
        .text("schema", "warehouse")
        .made();
  }

  private List<Node> promises() {
    List<Node> promises = new ArrayList<>();
    add(promises, "frequency", dataset.described().expected().every());
    add(promises, "timeOfAvailability", dataset.described().expected().due());
    String retention = dataset.described().privacy().retention();
    Matcher counted = RETENTION.matcher(retention == null ? "" : retention);
    if (counted.matches()) {
      promises.add(
          Fields.begin()
              .text("property", "retention")
              .whole("value", Long.valueOf(counted.group(1)))
              .text("unit", counted.group(2))
              .text("driver", "regulatory")
              .made());
    } else {
      add(promises, "retention", retention);
    }
    return promises;
  }

  private static void add(List<Node> promises, String property, @Nullable String value) {
    if (value != null) {
      promises.add(Fields.begin().text("property", property).text("value", value).made());
    }
  }

  private Node team() {
    return Fields.begin()
        .text("username", dataset.agency().id())
        .text("role", "produsen data")
        .made();
  }

  private List<Node> support() {
    String contact = dataset.agency().contact();
    String address = contact == null ? null : DcatParts.address(contact);
    return address == null
        ? List.of()
        : List.of(
            Fields.begin().text("channel", dataset.agency().name()).text("url", address).made());
  }

  private Node role() {
    return Fields.begin()
        .text("role", ANALYSTS)
        .text("access", "read")
        .text(
            "description",
            new Text(
                    "membaca mart." + dataset.mapping().target().table() + " dan kolom terbuka",
                    "reads mart." + dataset.mapping().target().table() + " and open columns")
                .in(language))
        .made();
  }

  private List<Node> customs(TargetSpec target) {
    List<Node> customs = new ArrayList<>();
    customs.add(custom("load", Access.word(target.load())));
    customs.add(custom("repeated", Access.word(target.repeated())));
    if (!target.terms().otherKey().isEmpty()) {
      customs.add(custom("elseKey", String.join(", ", target.terms().otherKey())));
    }
    String owner = target.terms().owner();
    if (owner != null) {
      customs.add(custom("owner", owner));
    }
    customs.add(custom("mapping", dataset.mapping().text().file()));
    customs.add(custom("mappingSha256", dataset.mapping().text().sha256()));
    return customs;
  }

  static Node custom(String property, String value) {
    return Fields.begin().text("property", property).text("value", value).made();
  }
}
