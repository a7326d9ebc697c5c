package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader.Checked;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import java.util.List;
import java.util.Set;

/** Reads mappings for tests. */
final class Mappings {

  static final Vocabulary VOCABULARY =
      new Vocabulary(
          Set.of("jenis_kelamin", "agama", "wilayah"), Set.of("disdukcapil", "dkupp", "bkpsdm"));

  private Mappings() {}

  static Checked read(String file, String content) {
    return MappingReader.read(new MappingText(file, content, "0".repeat(64)), VOCABULARY);
  }

  /** A mapping that has no fault. */
  static Mapping good(String file, String content) {
    Checked checked = read(file, content);
    assertThat(checked.faults()).isEmpty();
    Mapping mapping = checked.mapping();
    if (mapping == null) {
      throw new AssertionError("no mapping and no fault");
    }
    return mapping;
  }

  /** The faults of a mapping of dkupp: line:column code message | fix. */
  static List<String> faults(String content) {
    Checked checked = read("mappings/dkupp/harga.yaml", content);
    assertThat(checked.mapping() == null).isEqualTo(!checked.faults().isEmpty());
    return checked.faults().stream().map(Mappings::shown).toList();
  }

  static String shown(Issue issue) {
    FilePlace place = (FilePlace) issue.location();
    return "%d:%d %s %s | %s"
        .formatted(
            place.line(), place.column(), issue.code(), issue.message().en(), issue.fix().en());
  }
}
