package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader.Checked;
import id.pde.model.Issue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target may say of parts, other keys, deletions and owners. */
class TargetTermsTest {

  private static Checked read(String target) {
    String content =
        """
        source: {format: csv}
        target: {table: harga, %s}
        columns:
          kode: {type: text}
          barang: {type: text}
          pasar: {type: text}
          diubah: {type: timestamp}
          status: {type: text}
        """
            .formatted(target);
    return MappingReader.read(
        new MappingText("mappings/dkupp/harga.yaml", content, "0"),
        new Vocabulary(Set.of(), Set.of("dkupp")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          load: replace, per: period                                             |
          load: replace, per: [pasar]                                            |
          load: replace, per: pasar                                              |
          load: replace, per: [pasr]                                             | target.per
          load: replace, per: [pasar, pasar]                                     | target.per
          key: [kode], per: period                                               | target.per
          key: [kode], else: [barang, pasar]                                       |
          else: [barang]                                                           | target.else
          key: [kode], else: [kode]                                              | target.else
          key: [kode], else: [tidak_ada]                                         | target.else
          key: [kode], repeated: newest(diubah)                                  |
          key: [kode], repeated: newest( diubah )                                |
          key: [kode], repeated: newest                                          | target.repeated
          key: [kode], repeated: newest(barang)                                    | target.repeated
          key: [kode], repeated: newest(tak_ada)                                 | target.repeated
          key: [kode], repeated: else                                            | target.repeated
          key: [kode], repeated: else, else: [barang]                              |
          repeated: newest(diubah)                                               | target.repeated
          key: [kode], delete-when: "status == 'HAPUS'"                          |
          key: [kode], load: append, delete-when: "status == 'HAPUS'"            | target.delete-when
          delete-when: "status == 'HAPUS'"                                       | target.delete-when
          key: [kode], delete-when: "status"                                     | formula.kind
          key: [kode], delete-when: "statsu == 'HAPUS'"                          | formula.invalid
          key: [kode], owner: dkupp/lain                                         |
          key: [kode], load: replace, owner: dkupp/lain                          | target.owner
          key: [kode], load: replace, per: [pasar], owner: dkupp/lain            |
          """)
  void saysWhatDoesNotFit(String target, String code) {
    Checked checked = read(target);
    if (code == null) {
      assertThat(checked.faults()).isEmpty();
    } else {
      assertThat(checked.faults()).extracting(Issue::code).containsExactly(code);
    }
  }

  @Test
  void aKeyMayBeEmptyWhereAnotherTakesItsPlace() {
    String content =
        """
        source: {format: csv}
        target: {table: orang, key: [kode], else: [barang]}
        columns:
          kode: {type: text, invalid: empty}
          barang: {type: text, invalid: empty}
        """;
    assertThat(
            MappingReader.read(
                    new MappingText("mappings/dkupp/orang.yaml", content, "0"),
                    new Vocabulary(Set.of(), Set.of("dkupp")))
                .faults())
        .extracting(Issue::code, issue -> issue.location().shown())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("key.optional", "mappings/dkupp/orang.yaml:5:33"));
  }
}
