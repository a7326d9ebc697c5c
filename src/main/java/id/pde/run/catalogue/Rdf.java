package id.pde.run.catalogue;

import id.pde.model.Text;
import java.util.List;

/** Values of JSON-LD 1.1 in expanded form, so that the context holds prefixes alone. */
final class Rdf {

  private Rdf() {}

  /** The thing of an address. */
  static Node iri(String iri) {
    return Fields.begin().text("@id", iri).made();
  }

  /** A value of a type of XML Schema: {@code xsd:date}. */
  static Node typed(String value, String type) {
    return Fields.begin().text("@value", value).text("@type", type).made();
  }

  /** A sentence in each language that it has; one that is the same in both counts as Indonesian. */
  static Node sentence(Text text) {
    Node indonesian = tagged(text.id(), "id");
    return text.id().equals(text.en())
        ? indonesian
        : new Node.Items(List.of(indonesian, tagged(text.en(), "en")));
  }

  /** A text in one language. */
  static Node tagged(String text, String language) {
    return Fields.begin().text("@value", text).text("@language", language).made();
  }
}
