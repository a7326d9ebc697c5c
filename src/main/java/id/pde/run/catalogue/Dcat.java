package id.pde.run.catalogue;

import id.pde.model.Text;
import id.pde.run.catalogue.Holdings.Holding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Datasets as a catalogue in DCAT-AP 3.0 (SEMICeu), JSON-LD 1.1 with its context in-line. Mandatory
 * there: title, description, publisher and datasets of the catalogue; title and description of a
 * dataset; access address of a distribution. A dataset without an address has no distribution.
 */
public final class Dcat {

  private static final Map<String, String> CONTEXT =
      Map.of(
          "dcat", "http://www.w3.org/ns/dcat#",
          "dct", "http://purl.org/dc/terms/",
          "foaf", "http://xmlns.com/foaf/0.1/",
          "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
          "skos", "http://www.w3.org/2004/02/skos/core#",
          "vcard", "http://www.w3.org/2006/vcard/ns#",
          "xsd", "http://www.w3.org/2001/XMLSchema#");

  private Dcat() {}

  /** A catalogue of some of the datasets. */
  public static Node of(Datasets datasets, List<Dataset> chosen, Site site) {
    DcatParts parts = new DcatParts(datasets, site);
    Fields context = Fields.begin();
    new TreeMap<>(CONTEXT).forEach(context::text);
    Optional<Instant> first = held(chosen).map(Holding::first).min(Comparator.naturalOrder());
    Optional<Instant> last = held(chosen).map(Holding::last).max(Comparator.naturalOrder());
    List<Node> entries = new ArrayList<>();
    chosen.forEach(dataset -> entries.add(DcatDataset.of(dataset, parts)));
    return Fields.begin()
        .node("@context", context.made())
        .text("@id", parts.catalogue())
        .text("@type", "dcat:Catalog")
        .node("dct:title", Rdf.sentence(title(datasets, site)))
        .node("dct:description", Rdf.sentence(description(chosen)))
        .node("dct:publisher", parts.agent(site.publisher()))
        .node("dct:language", language())
        .node("dct:spatial", parts.region())
        .node("dct:issued", first.map(Dcat::instant).orElse(null))
        .node("dct:modified", last.map(Dcat::instant).orElse(null))
        .node("dcat:dataset", new Node.Items(entries))
        .made();
  }

  private static Text title(Datasets datasets, Site site) {
    String region = DcatParts.regionName(datasets, site.region());
    return new Text("Katalog data " + region, "Data catalogue of " + region);
  }

  private static Text description(List<Dataset> chosen) {
    return new Text(
        chosen.size() + " dataset perangkat daerah yang dibawa PDE ke gudang data.",
        chosen.size() + " datasets of city agencies that PDE brings into the warehouse.");
  }

  /** Texts of data are Indonesian. */
  static Node language() {
    return Rdf.iri("http://publications.europa.eu/resource/authority/language/IND");
  }

  static Node instant(Instant instant) {
    return Rdf.typed(instant.toString(), "xsd:dateTime");
  }

  private static Stream<Holding> held(List<Dataset> chosen) {
    return chosen.stream().flatMap(dataset -> Stream.ofNullable(dataset.holding()));
  }

  /** The address of a file; null: it is published nowhere, or may not be. */
  static @Nullable String file(Dataset dataset, Site site) {
    return site.baseUrl() == null || dataset.access() == Access.NON_PUBLIC
        ? null
        : site.baseUrl() + "/" + dataset.id() + ".csv";
  }
}
