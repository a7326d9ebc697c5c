package id.pde.run.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.mapping.yaml.Faults;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import id.pde.run.board.Panel.Good;
import id.pde.run.board.Panel.Kind;
import id.pde.run.board.PanelText.Beside;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelReaderTest {

  private static final String FILE = "mappings/panels/uji.yaml";
  private static final Set<String> DATASETS = Set.of("bps/kemiskinan", "dkupp/harga");
  private static final Map<String, Beside> BESIDE =
      Map.of(
          "uji.sql",
          new Beside("SELECT 2 AS value\n", new FilePlace("mappings/panels/uji.sql", 1, 1)));

  private final Faults faults = new Faults();

  private Panel good(String content) {
    Panel panel = PanelReader.read(new PanelText("uji", FILE, content, BESIDE), DATASETS, faults);
    assertThat(faults.issues()).isEmpty();
    return Objects.requireNonNull(panel);
  }

  private List<Issue> bad(String content) {
    assertThat(PanelReader.read(new PanelText("uji", FILE, content, BESIDE), DATASETS, faults))
        .isNull();
    return faults.issues();
  }

  @Test
  void readsAllKeys() {
    Panel panel =
        good(
            """
            title: {id: Miskin, en: Poor}
            note: dari BPS
            kind: trend
            sql: SELECT 1
            unit: persen
            decimals: 2
            order: 7
            width: 3
            source: [bps/kemiskinan, dkupp/harga]
            good: down
            hide-small: true
            """);

    assertThat(panel.id()).isEqualTo("uji");
    assertThat(panel.title()).isEqualTo(new Text("Miskin", "Poor"));
    assertThat(panel.note()).isEqualTo(Text.same("dari BPS"));
    assertThat(panel.kind()).isEqualTo(Kind.TREND);
    assertThat(panel.statement()).isEqualTo("SELECT 1");
    assertThat(panel.sql()).isEqualTo(new FilePlace(FILE, 4, 6));
    assertThat(panel.unit()).isEqualTo(Text.same("persen"));
    assertThat(List.of(panel.decimals(), panel.order(), panel.width())).containsExactly(2, 7, 3);
    assertThat(panel.source()).containsExactly("bps/kemiskinan", "dkupp/harga");
    assertThat(panel.good()).isEqualTo(Good.DOWN);
    assertThat(panel.hideSmall()).isTrue();
  }

  @Test
  void hasDefaults() {
    Panel tile = good("{title: A, kind: tile, sql: SELECT 1, source: bps/kemiskinan}");
    Panel map = good("{title: A, kind: map, sql: SELECT 1}");

    assertThat(List.of(tile.decimals(), tile.order(), tile.width())).containsExactly(0, 100, 1);
    assertThat(tile.source()).containsExactly("bps/kemiskinan");
    assertThat(tile.good()).isNull();
    assertThat(tile.hideSmall()).isFalse();
    assertThat(map.width()).isEqualTo(2);
  }

  @Test
  void takesTheStatementFromAFileBesideIt() {
    Panel panel = good("{title: A, kind: tile, sql: uji.sql}");

    assertThat(panel.statement()).isEqualTo("SELECT 2 AS value");
    assertThat(panel.sql().file()).isEqualTo("mappings/panels/uji.sql");
  }

  @Test
  void namesTheColumnsOfATable() {
    Panel panel = good("{title: A, kind: table, sql: SELECT 1, columns: {a: {id: Satu, en: One}}}");

    assertThat(panel.columns()).containsExactly(Map.entry("a", new Text("Satu", "One")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: tile, sql: SELECT 1 | panel.missing | title",
        "title: A, sql: SELECT 1 | panel.missing | kind",
        "title: A, kind: tile | panel.missing | sql",
        "title: A, kind: pie, sql: SELECT 1 | panel.value | kind",
        "title: A, kind: tile, sql: SELECT 1, colour: red | panel.key | colour",
        "title: {id: A}, kind: tile, sql: SELECT 1 | panel.language | title.en",
        "title: {id: A, en: B, fr: C}, kind: tile, sql: SELECT 1 | panel.key | title.fr",
        "title: [A], kind: tile, sql: SELECT 1 | panel.shape | title",
        "title: A, kind: tile, sql: [SELECT 1] | panel.shape | sql",
        "title: A, kind: tile, sql: lain.sql | panel.sql | sql",
        "title: A, kind: tile, sql: SELECT 1, decimals: 9 | panel.value | decimals",
        "title: A, kind: tile, sql: SELECT 1, width: 0 | panel.value | width",
        "title: A, kind: tile, sql: SELECT 1, order: first | panel.value | order",
        "title: A, kind: tile, sql: SELECT 1, good: yes | panel.value | good",
        "title: A, kind: tile, sql: SELECT 1, hide-small: ya | panel.value | hide-small",
        "title: A, kind: tile, sql: SELECT 1, source: [bps/kemiskinn] | panel.source | source",
        "title: A, kind: bars, sql: SELECT 1, good: up | panel.unfit | good",
        "title: A, kind: map, sql: SELECT 1, columns: {a: b} | panel.unfit | columns"
      })
  void saysWhatIsWrong(String content, String code, String rule) {
    List<Issue> found = bad("{" + content + "}");

    assertThat(found).hasSize(1);
    assertThat(found.get(0).code()).isEqualTo(code);
    assertThat(found.get(0).rule()).isEqualTo(rule);
    assertThat(found.get(0).location().shown()).startsWith(FILE + ":1:");
    assertThat(found.get(0).fix().id()).isNotBlank();
    assertThat(found.get(0).fix().en()).isNotBlank();
  }

  @Test
  void saysAllAtOnce() {
    assertThat(bad("{kind: pie, colour: red, decimals: x}"))
        .extracting(Issue::code)
        .containsExactlyInAnyOrder(
            "panel.missing", "panel.missing", "panel.value", "panel.key", "panel.value");
  }

  @Test
  void suggestsTheNearestDataset() {
    Issue fault = bad("{title: A, kind: tile, sql: SELECT 1, source: bps/kemiskinn}").get(0);

    assertThat(fault.fix().en()).contains("bps/kemiskinan");
  }

  @Test
  void aListOrALongTitleIsNoPanel() {
    assertThat(bad("- a\n")).extracting(Issue::code).containsExactly("panel.shape");
    assertThat(bad("{title: " + "a".repeat(121) + ", kind: tile, sql: SELECT 1}"))
        .extracting(Issue::code)
        .contains("panel.long");
  }

  @Test
  void theSchemaHasTheSameKeysAndWords() throws IOException {
    JsonNode schema;
    try (InputStream in = Panel.class.getResourceAsStream("/id/pde/mapping/panel.schema.json")) {
      schema = new ObjectMapper().readTree(in);
    }
    List<String> keys = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    List<String> kinds = new ArrayList<>();
    schema.at("/properties/kind/enum").forEach(word -> kinds.add(word.asText()));

    assertThat(keys).isEqualTo(PanelReader.KEYS);
    assertThat(kinds).isEqualTo(List.of(Kind.values()).stream().map(PanelKeys::word).toList());
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }
}
