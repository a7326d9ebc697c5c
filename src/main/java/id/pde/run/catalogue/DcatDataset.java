package id.pde.run.catalogue;

import id.pde.mapping.Described;
import id.pde.model.Text;
import id.pde.run.catalogue.Holdings.Holding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One dataset of a catalogue in DCAT-AP 3. */
final class DcatDataset {

  private static final String MEDIA = "https://www.iana.org/assignments/media-types/text/csv";
  private static final String THEMES =
      "http://publications.europa.eu/resource/authority/data-theme/";
  private static final String CSV =
      "http://publications.europa.eu/resource/authority/file-type/CSV";

  private DcatDataset() {}

  static Node of(Dataset dataset, DcatParts parts) {
    Described described = dataset.described();
    Holding holding = dataset.holding();
    String theme = described.theme();
    String file = Dcat.file(dataset, parts.site());
    return Fields.begin()
        .text("@id", dataset.urn("dataset"))
        .text("@type", "dcat:Dataset")
        .text("dct:identifier", dataset.id())
        .node("dct:title", Rdf.sentence(dataset.mapping().title()))
        .node("dct:description", Rdf.sentence(dataset.description()))
        .node("dct:publisher", parts.agent(parts.site().publisher()))
        .node("dct:creator", parts.agent(dataset.agency()))
        .node("dcat:contactPoint", DcatParts.contact(dataset.agency()))
        .items(
            "dcat:keyword",
            described.keywords().stream().map(word -> Rdf.tagged(word, "id")).toList())
        .node("dcat:theme", theme == null ? null : Rdf.iri(THEMES + theme))
        .node("dct:accessRights", Rdf.iri(dataset.access().uri()))
        .node(
            "dct:accrualPeriodicity",
            Frequency.of(described.expected().every())
                .map(frequency -> Rdf.iri(frequency.uri()))
                .orElse(null))
        .node("dct:language", Dcat.language())
        .node("dct:spatial", parts.region())
        .node("dct:temporal", holding == null ? null : temporal(holding))
        .node("dct:issued", holding == null ? null : Dcat.instant(holding.first()))
        .node("dct:modified", holding == null ? null : Dcat.instant(holding.last()))
        .node("dct:conformsTo", standard(dataset))
        .node("dct:provenance", provenance(dataset))
        .items("dcat:distribution", file == null ? List.of() : List.of(distribution(dataset, file)))
        .node("rdfs:comment", file == null ? Rdf.sentence(unpublished(dataset)) : null)
        .made();
  }

  private static @Nullable Node temporal(Holding holding) {
    if (holding.start().isEmpty() || holding.end().isEmpty()) {
      return null;
    }
    return Fields.begin()
        .text("@type", "dct:PeriodOfTime")
        .node("dcat:startDate", Rdf.typed(holding.start().get().toString(), "xsd:date"))
        .node("dcat:endDate", Rdf.typed(holding.end().get().toString(), "xsd:date"))
        .made();
  }

  /** Every accepted row was checked against it. */
  private static Node standard(Dataset dataset) {
    return Fields.begin()
        .text("@id", dataset.urn("contract"))
        .text("@type", "dct:Standard")
        .node(
            "dct:title",
            Rdf.sentence(
                new Text(
                    "Kontrak data " + dataset.id() + " (" + Contract.STANDARD + ")",
                    "Data contract of " + dataset.id() + " (" + Contract.STANDARD + ")")))
        .text("dct:identifier", dataset.id() + "@" + Contract.version(dataset))
        .made();
  }

  private static Node provenance(Dataset dataset) {
    Holding holding = dataset.holding();
    String name = dataset.agency().name();
    Text label =
        holding == null
            ? new Text(
                "Belum ada yang dimuat dari " + name + ".",
                "Nothing is loaded from " + name + " yet.")
            : new Text(
                "Dimuat PDE; kiriman dari %s: %d; run terakhir: %d."
                    .formatted(name, holding.loads(), holding.lastRun()),
                "Loaded by PDE; deliveries from %s: %d; last run: %d."
                    .formatted(name, holding.loads(), holding.lastRun()));
    return Fields.begin()
        .text("@type", "dct:ProvenanceStatement")
        .node("rdfs:label", Rdf.sentence(label))
        .made();
  }

  private static Text unpublished(Dataset dataset) {
    String name = dataset.agency().name();
    return dataset.access() == Access.NON_PUBLIC
        ? new Text(
            "Memuat data pribadi; tidak diterbitkan sebagai berkas.",
            "Has personal data; not published as a file.")
        : new Text(
            "Belum diterbitkan sebagai berkas; minta kepada " + name + ".",
            "Not published as a file; ask " + name + ".");
  }

  private static Node distribution(Dataset dataset, String file) {
    String license = dataset.described().license();
    return Fields.begin()
        .text("@id", dataset.urn("distribution"))
        .text("@type", "dcat:Distribution")
        .node("dct:title", Rdf.sentence(dataset.mapping().title()))
        .node("dcat:accessURL", Rdf.iri(file))
        .node("dcat:mediaType", Rdf.iri(MEDIA))
        .node("dct:format", Rdf.iri(CSV))
        .node("dct:license", license == null ? null : license(license))
        .made();
  }

  private static Node license(String written) {
    return written.matches("https?://\\S+")
        ? Rdf.iri(written)
        : Fields.begin()
            .text("@type", "dct:LicenseDocument")
            .node("rdfs:label", Rdf.tagged(written, "id"))
            .made();
  }
}
