package id.pde.run.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Location;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of a file whose headings fit a mapping that asks for another form of file. */
class RefusalsTest {

  @Test
  void saysWhichFormTheMappingWithTheSameHeadingsAsksFor() {
    assertThat(told("{format: csv, delimiter: \";\"}"))
        .contains("dkupp/harga (same headings, but that mapping asks for format: csv; delimiter:");
    assertThat(told("{sheet: Januari, header: {row: 4}}"))
        .contains("asks for sheet: Januari; header: {row: 4})");
    assertThat(told("{file: [\"harga*\"]}")).contains("(same headings, another form)");
  }

  private static String told(String source) {
    String yaml =
        "title: Harga\nsource: "
            + source
            + "\ntarget: {table: harga, load: append}\n"
            + "columns:\n  pasar: {from: Pasar, type: text}\n";
    MappingText text = new MappingText("mappings/dkupp/harga.yaml", yaml, "0".repeat(64));
    Vocabulary vocabulary = new Vocabulary(Set.of(), Set.of("dkupp"));
    Mapping mapping =
        Objects.requireNonNull(MappingReader.read(text, vocabulary).mapping(), "no mapping");
    List<Nearest> nearest = Nearest.of(List.of(mapping), List.of("PASAR"));
    return Refusals.none(new Location.Whole("harga.csv"), nearest, List.of()).message().en();
  }
}
