package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Issue;
import id.pde.model.Severity;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrivacyCheckTest {

  private static Mapping mapping(String head, String dataClass) {
    String content =
        head
            + "source: {format: csv}\ntarget: {table: warga, load: append}\ncolumns:\n"
            + "  nama: {from: Nama, type: text, class: "
            + dataClass
            + "}\n";
    return Objects.requireNonNull(
        MappingReader.read(
                new MappingText("mappings/dkupp/warga.yaml", content, "0".repeat(64)),
                new Vocabulary(Set.of(), Set.of("dkupp")))
            .mapping());
  }

  /** UU 27/2022, article 31: who processes personal data keeps a register of why. */
  @Test
  void personalDataWithoutAReasonAreWarnedOf() {
    List<Issue> found =
        PrivacyCheck.warnings(
            List.of(
                mapping("", "publik"),
                mapping("privacy: {basis: UU 23/2006}\n", "pribadi-umum"),
                mapping("", "pribadi-umum")));
    assertThat(found)
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.code()).isEqualTo("privacy.missing");
              assertThat(issue.severity()).isEqualTo(Severity.WARN);
              assertThat(issue.location().shown()).contains("warga.yaml");
            });
  }
}
