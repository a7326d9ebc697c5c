package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Severity;
import id.pde.run.LoadRequest.Choices;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second column of a delivery is read as all of its values say. */
class EvidenceReadingTest extends LoaderCase {

  private static Mapping mapping(String second) {
    String text =
        """
        source: {decimal: "."}
        target: {table: harga, key: [kode]}
        columns:
          kode: {type: text}
          harga: {%s, invalid: empty}
        """
            .formatted(second);
    MappingReader.Checked checked =
        MappingReader.read(
            new MappingText("mappings/dkupp/harga.yaml", text, "00"),
            new Vocabulary(Set.of(), Set.of("dkupp")));
    Mapping mapping = checked.mapping();
    if (mapping == null) {
      throw new AssertionError(checked.faults());
    }
    return mapping;
  }

  private List<String> read(String second, String... values) {
    for (int i = 0; i < values.length; i++) {
      source.row("K" + i, values[i]);
    }
    loader().load(request(mapping(second), Choices.DEFAULT));
    return warehouse.table.values().stream().map(row -> row.get(1)).toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "date | 03/04/2024 13/08/2024 | 2024-04-03 2024-08-13",
        "date | 03/04/2024 8/13/2024 | 2024-03-04 2024-08-13",
        "date | 03/04/2024 13/08/2024 8/13/2024 | null 2024-08-13 2024-08-13",
        "date | 03/04/2024 2024-08-13 | null 2024-08-13",
        "date | 03/04/2024 05/06/2024 | null null",
        "date | 03/04/24 13/08/2024 | null 2024-08-13",
        "'decimal(12,3)' | 1.234 12,5 | 1234.000 12.500",
        "'decimal(12,3)' | 1.234 12.5 | 1.234 12.500",
        "'decimal(12,3)' | 1.234 1.234.567 | 1234.000 1234567.000",
        "'decimal(12,3)' | 1.234 12.5 12,5 | null 12.500 12.500",
        "'decimal(12,3)' | 1.234 1234 | null 1234.000",
        "integer | 1.234 1.234.567 | 1234 1234567",
        "integer | 1.234 5,0 | 1234 5",
      })
  void letsAllValuesDecide(String type, String values, String expected) {
    String second = "type: \"" + type + "\", format: by-column";
    assertThat(read(second, values.split(" ", -1))).containsExactly(expected.split(" ", -1));
    assertThat(source.readings).isEqualTo(2);
  }

  @Test
  void readsOnceWhereNoColumnAsks() {
    assertThat(read("type: date", "03/04/2024", "13/08/2024"))
        .containsExactly("null", "2024-08-13");
    assertThat(source.readings).isEqualTo(1);
  }

  @Test
  void tellsOnceWhereTheDeliveryEnds() {
    source.row("A", "13/08/2024");
    source.stops(new SourceUnreadable(issue("source.cut", Severity.REFUSE), null));
    RunReport report =
        loader().load(request(mapping("type: date, format: by-column"), Choices.DEFAULT));
    assertRefused(report, "source.cut");
    assertThat(report.details()).hasSize(1);
  }

  @Test
  void takesTheValueThatExtractTakes() {
    assertThat(
            read(
                "type: date, format: by-column, extract: \"/, (.*)$/\"",
                "Kota, 03/04/2024",
                "Kota, 13/08/2024"))
        .containsExactly("2024-04-03", "2024-08-13");
  }
}
