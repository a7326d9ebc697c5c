package id.pde.run.catalogue;

import id.pde.mapping.Described.Privacy;
import id.pde.model.Language;
import java.util.List;

/** The register of processing in JSON: what {@code pde register --json} prints. */
public final class ProcessingJson {

  private ProcessingJson() {}

  /** An array with an object for each dataset with personal columns. */
  public static Node of(List<Processing> register, Language language) {
    return new Node.Items(register.stream().map(entry -> one(entry, language)).toList());
  }

  private static Node one(Processing entry, Language language) {
    Dataset dataset = entry.dataset();
    Privacy privacy = entry.privacy();
    return Fields.begin()
        .text("id", dataset.id())
        .text("title", dataset.mapping().title().in(language))
        .text("agency", dataset.agency().id())
        .text("agency_name", dataset.agency().name())
        .open("contact", dataset.agency().contact())
        .text("table", dataset.mapping().target().table())
        .open("purpose", privacy.purpose())
        .open("basis", privacy.basis())
        .open("retention", privacy.retention())
        .open("subjects", privacy.subjects())
        .node("general", Node.words(entry.general()))
        .node("specific", Node.words(entry.specific()))
        .node("protection", Node.words(entry.protection()))
        .node(
            "recipients",
            Node.words(entry.recipients().stream().map(text -> text.in(language)).toList()))
        .node(
            "gaps",
            new Node.Items(
                entry.gaps().stream()
                    .<Node>map(
                        gap ->
                            Fields.begin()
                                .text("field", gap.field())
                                .text("fix", gap.fix().in(language))
                                .made())
                    .toList()))
        .made();
  }
}
