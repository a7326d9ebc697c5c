package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DCAT-AP 3 makes mandatory is there, and the document is JSON-LD. */
class DcatTest {

  private static final List<String> OF_CATALOGUE =
      List.of("dct:title", "dct:description", "dct:publisher", "dcat:dataset");
  private static final List<String> OF_DATASET = List.of("dct:title", "dct:description");

  private static JsonNode read(Datasets datasets, Site site) throws IOException {
    return new ObjectMapper().readTree(JsonText.of(Dcat.of(datasets, datasets.all(), site)));
  }

  private static Datasets datasets(String which) {
    return which.equals("city") ? Fixture.city() : Fixture.datasets();
  }

  @ParameterizedTest
  @ValueSource(strings = {"city", "small"})
  void hasWhatIsMandatory(String which) throws IOException {
    for (Site site : List.of(Fixture.NOWHERE, Fixture.PORTAL)) {
      JsonNode catalogue = read(datasets(which), site);
      assertThat(catalogue.path("@type").asText()).isEqualTo("dcat:Catalog");
      OF_CATALOGUE.forEach(name -> assertThat(catalogue.has(name)).as(name).isTrue());
      assertThat(catalogue.at("/dct:publisher/@type").asText()).isEqualTo("foaf:Agent");
      assertThat(catalogue.at("/dct:publisher/foaf:name/@value").asText()).isNotBlank();
      for (JsonNode dataset : catalogue.path("dcat:dataset")) {
        assertThat(dataset.path("@type").asText()).isEqualTo("dcat:Dataset");
        OF_DATASET.forEach(name -> assertThat(dataset.has(name)).as(name).isTrue());
        for (JsonNode distribution : dataset.path("dcat:distribution")) {
          assertThat(distribution.at("/dcat:accessURL/@id").asText())
              .startsWith("https://data.contoh.go.id/berkas/");
        }
      }
    }
  }

  @Test
  void hasAllDatasetsOfTheCityOnce() throws IOException {
    Set<String> names = new HashSet<>();
    JsonNode entries = read(Fixture.city(), Fixture.NOWHERE).path("dcat:dataset");
    entries.forEach(one -> names.add(one.path("@id").asText()));
    assertThat(names).hasSize(Fixture.city().all().size()).hasSize(entries.size());
  }

  /** Every key has a prefix of the context, and every other key is a keyword of JSON-LD. */
  @Test
  void everyKeyHasAMeaning() throws IOException {
    JsonNode catalogue = read(Fixture.datasets(), Fixture.PORTAL);
    List<String> prefixes = new ArrayList<>();
    catalogue.path("@context").fieldNames().forEachRemaining(prefixes::add);
    Set<String> strange = new HashSet<>();
    look(catalogue, prefixes, strange);
    assertThat(strange).isEmpty();
  }

  private static void look(JsonNode node, List<String> prefixes, Set<String> strange) {
    node.properties()
        .forEach(
            entry -> {
              String key = entry.getKey();
              String value = entry.getValue().asText();
              if (key.equals("@context")) {
                return;
              }
              String name = key.equals("@type") ? value : key;
              boolean keyword = List.of("@id", "@value", "@language").contains(name);
              if (!keyword && !prefixes.contains(name.replaceFirst(":.*", ""))) {
                strange.add(name);
              }
            });
    node.forEach(inner -> look(inner, prefixes, strange));
  }

  @Test
  void personsAreNeverPublishedAsAFile() throws IOException {
    List<String> files = new ArrayList<>();
    for (JsonNode dataset : read(Fixture.datasets(), Fixture.PORTAL).path("dcat:dataset")) {
      boolean closed = dataset.at("/dct:accessRights/@id").asText().endsWith("/NON_PUBLIC");
      assertThat(dataset.has("dcat:distribution")).isEqualTo(!closed);
      assertThat(dataset.has("rdfs:comment")).isEqualTo(closed);
      files.addAll(dataset.findValuesAsText("dcat:accessURL"));
    }
    assertThat(files).hasSize(1);
  }

  @Test
  void contactsAreAddressesWhereTheyCanBe() {
    assertThat(DcatParts.address("a@b.go.id")).isEqualTo("mailto:a@b.go.id");
    assertThat(DcatParts.address("+62 335 (421) 000")).isEqualTo("tel:+62335421000");
    assertThat(DcatParts.address("https://x.go.id/y")).isEqualTo("https://x.go.id/y");
    assertThat(DcatParts.address("loket 3")).isNull();
  }
}
