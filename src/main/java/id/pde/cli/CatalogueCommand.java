package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.catalogue.CatalogueJson;
import id.pde.run.catalogue.Contract;
import id.pde.run.catalogue.Dataset;
import id.pde.run.catalogue.Datasets;
import id.pde.run.catalogue.Dcat;
import id.pde.run.catalogue.Holdings;
import id.pde.run.catalogue.JsonText;
import id.pde.run.catalogue.NationalFields;
import id.pde.run.catalogue.Node;
import id.pde.run.catalogue.Site;
import id.pde.run.catalogue.YamlText;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The datasets: for people a table, for portals and other programs in their standards. */
@Command(name = "catalogue")
final class CatalogueCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(arity = "0..*", paramLabel = "ID|WORD", descriptionKey = "catalogue-words")
  private List<String> words = List.of();

  @Option(
      names = "--format",
      paramLabel = "table|json|dcat|satudata|odcs",
      defaultValue = "table",
      descriptionKey = "catalogue-format")
  private Format format;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "catalogue-out")
  private @Nullable Path out;

  @Option(names = "--publisher", paramLabel = "AGENCY", descriptionKey = "catalogue-publisher")
  private @Nullable String publisher;

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "catalogue-region")
  private @Nullable String region;

  @Option(names = "--base-url", paramLabel = "URL", descriptionKey = "catalogue-url")
  private @Nullable String baseUrl;

  /** In which form. */
  enum Format {
    TABLE,
    JSON,
    DCAT,
    SATUDATA,
    ODCS
  }

  CatalogueCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Format chosen = json ? Format.JSON : format;
    Path target = out;
    if (target != null && chosen == Format.TABLE) {
      throw new Misuse(
          new Text(
              "--out perlu --format json, dcat, satudata atau odcs.",
              "--out needs --format json, dcat, satudata or odcs."));
    }
    checkAddress();
    Holdings holdings = engine.holdings();
    MappingFolder folder = engine.mappings().read();
    LeftOut.tell(folder, console);
    Datasets datasets = Datasets.of(folder, holdings);
    List<Dataset> found = datasets.matching(words);
    if (found.isEmpty()) {
      throw new NotFound(nothing());
    }
    if (chosen == Format.TABLE) {
      DatasetTable.print(found, console);
      return ExitCode.DONE;
    }
    Map<String, String> files = new LinkedHashMap<>();
    switch (chosen) {
      case TABLE -> throw new IllegalStateException("a table is no file");
      case JSON ->
          files.put("catalogue.json", JsonText.of(CatalogueJson.of(found, console.language())));
      case DCAT ->
          files.put("catalogue.jsonld", JsonText.of(Dcat.of(datasets, found, site(folder))));
      case SATUDATA -> satuData(datasets, found, site(folder), files);
      case ODCS -> contracts(found, holdings.server(), files);
    }
    if (target != null) {
      FolderOut.write(target, files, console);
      return ExitCode.DONE;
    }
    files.values().forEach(console.out()::print);
    return ExitCode.DONE;
  }

  /** On the screen one array; in a folder a file for each. */
  private void satuData(
      Datasets datasets, List<Dataset> found, Site site, Map<String, String> files) {
    List<Node> all =
        found.stream()
            .map(dataset -> NationalFields.of(datasets, dataset, site, console.language()))
            .toList();
    if (out == null) {
      files.put("", JsonText.of(new Node.Items(all)));
      return;
    }
    for (int i = 0; i < all.size(); i++) {
      files.put(found.get(i).id() + ".satudata.json", JsonText.of(all.get(i)));
    }
  }

  /** On the screen a stream of documents; in a folder a file for each. */
  private void contracts(List<Dataset> found, Holdings.Server server, Map<String, String> files) {
    for (Dataset dataset : found) {
      String contract = YamlText.of(Contract.of(dataset, server, console.language()));
      boolean several = out == null && found.size() > 1;
      files.put(dataset.id() + ".odcs.yaml", (several ? "---\n" : "") + contract);
    }
  }

  private void checkAddress() {
    if (baseUrl != null && !isAddress(baseUrl)) {
      throw new Misuse(
          new Text(
              "--base-url perlu alamat seperti https://data.contoh.go.id/berkas.",
              "--base-url takes an address like https://data.example.go.id/files."));
    }
  }

  /** As {@code agencies.yaml} says it, unless it was said here. */
  private Site site(MappingFolder folder) {
    Agency walidata = folder.walidata();
    String by = publisher != null ? publisher : walidata == null ? null : walidata.id();
    String about = region != null ? region : walidata == null ? null : walidata.region();
    if (by == null || about == null) {
      throw new Misuse(
          new Text(
              "Belum ada walidata: tulis walidata: \"35.74\" pada satu dinas di agencies.yaml, atau"
                  + " sebut --publisher dan --region.",
              "No walidata yet: write walidata: \"35.74\" at one agency in agencies.yaml, or give"
                  + " --publisher and --region."));
    }
    if (!folder.agencies().containsKey(by)) {
      throw new Misuse(
          new Text(
              "Perangkat daerah "
                  + Printable.name(by)
                  + " tidak ada di agencies.yaml; sebut walidata dengan --publisher.",
              "No agency "
                  + Printable.name(by)
                  + " in agencies.yaml; name the publisher with --publisher."));
    }
    return new Site(by, about, baseUrl);
  }

  private static boolean isAddress(String written) {
    try {
      URI uri = new URI(written);
      String scheme = String.valueOf(uri.getScheme());
      return scheme.matches("https?") && uri.getHost() != null && uri.getQuery() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private Text nothing() {
    return words.isEmpty()
        ? new Text(
            "Belum ada pemetaan tanpa kesalahan. Periksa: pde check",
            "There is no mapping without faults yet. See: pde check")
        : new Text(
            "Tidak ada dataset dengan kata-kata itu. Semuanya: pde catalogue",
            "No dataset has these words. All of them: pde catalogue");
  }
}
