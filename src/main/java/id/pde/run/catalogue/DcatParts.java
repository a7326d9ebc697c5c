package id.pde.run.catalogue;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.run.MappingFolder.Agency;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What datasets of one catalogue have in common: agents, contacts, the region. */
record DcatParts(Datasets datasets, Site site) {

  /** The code list of regions, by the codes of Kemendagri. */
  private static final String REGIONS = "wilayah";

  String catalogue() {
    String base = site.baseUrl();
    return base == null ? urn("catalogue") : base + "/";
  }

  /** An agency that {@code agencies.yaml} may not have. */
  Node agent(String id) {
    Agency known = datasets.agency(id);
    return agent(known == null ? Agency.named(id) : known);
  }

  Node agent(Agency agency) {
    return Fields.begin()
        .text("@id", urn("agency:" + agency.id()))
        .text("@type", "foaf:Agent")
        .node("foaf:name", Rdf.tagged(agency.name(), "id"))
        .text("dct:identifier", agency.id())
        .made();
  }

  /** Whom to ask; null: {@code agencies.yaml} says no contact. */
  static @Nullable Node contact(Agency agency) {
    String written = agency.contact();
    if (written == null) {
      return null;
    }
    String address = address(written);
    Fields card =
        Fields.begin()
            .text("@type", "vcard:Organization")
            .node("vcard:fn", Rdf.tagged(agency.name(), "id"));
    if (address == null) {
      return card.text("vcard:note", written).made();
    }
    String key =
        address.startsWith("mailto:")
            ? "vcard:hasEmail"
            : address.startsWith("tel:") ? "vcard:hasTelephone" : "vcard:hasURL";
    return card.node(key, Rdf.iri(address)).made();
  }

  /** The address of a contact as it is written; null: it is none that programs can open. */
  static @Nullable String address(String contact) {
    String tidy = contact.strip();
    if (tidy.matches("https?://\\S+")) {
      return tidy;
    }
    if (tidy.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+")) {
      return "mailto:" + tidy;
    }
    return tidy.matches("\\+?[0-9][0-9 ().-]{5,20}")
        ? "tel:" + tidy.replaceAll("[^+0-9]", "")
        : null;
  }

  Node region() {
    return Fields.begin()
        .text("@type", "dct:Location")
        .text("dct:identifier", site.region())
        .node("skos:prefLabel", Rdf.tagged(regionName(datasets, site.region()), "id"))
        .made();
  }

  /** The name of a region in the code list, else its code. */
  static String regionName(Datasets datasets, String code) {
    CodeList regions = datasets.folder().codes().lists().get(REGIONS);
    List<Code> found = regions == null ? List.of() : regions.byCode(code);
    return found.isEmpty() ? code : found.get(found.size() - 1).name();
  }

  /** A name for machines that stays the same (RFC 9562, name-based). */
  static String urn(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(("pde:" + name).getBytes(StandardCharsets.UTF_8));
  }
}
