package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.mapping.Level.State;
import id.pde.model.Issue;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of keys, the reader and the JSON Schema say the same. */
class LevelTest {

  /** A key at a place that the reader looks at, and the mapping that holds it. */
  record Place(Level level, String key, String content) {
    @Override
    public String toString() {
      return level + " " + key;
    }
  }

  private static final Map<Level, String> FRAMES =
      Map.of(
          Level.TOP, "%s\n",
          Level.TITLE, "title: {%s}\n",
          Level.PRIVACY, "privacy: {%s}\n",
          Level.EXPECTED, "expected: {%s}\n",
          Level.SOURCE, "source: {%s}\n",
          Level.HEADER, "source: {header: {%s}}\n",
          Level.TARGET, "target: {%s}\n",
          Level.COLUMN, "columns: {a: {%s}}\n",
          Level.TOLERANCE, "tolerance: {%s}\n",
          Level.DRIFT, "drift: {%s}\n");

  static List<Place> places() {
    List<Place> places = new ArrayList<>();
    FRAMES.forEach(
        (level, frame) ->
            level
                .keys()
                .forEach(
                    key ->
                        places.add(
                            new Place(
                                level, key, String.format(Locale.ROOT, frame, key + ": {x: y}")))));
    return places;
  }

  @ParameterizedTest
  @MethodSource("places")
  void knowsEveryKeyOfTheFormat(Place place) {
    List<Issue> faults = Mappings.read("mappings/dkupp/harga.yaml", place.content()).faults();
    List<String> codes = faults.stream().map(Issue::code).toList();

    boolean notYet = place.level().state(place.key()) == State.NOT_YET;
    assertThat(codes.stream().filter("mapping.not-yet"::equals).count()).isEqualTo(notYet ? 1 : 0);
    assertThat(faults.stream().map(fault -> fault.message().en()))
        .doesNotContain("\"" + place.key() + "\" is not known here");
  }

  @Test
  void takesWhatAsksForNothing() {
    Mappings.good(
        "mappings/dkupp/harga.yaml",
        """
        source: {escape: none, header: {depth: 1}, fill-down: [], layouts: []}
        target: {table: harga, else: []}
        columns: {pasar: {type: text, protect: none}}
        rules: []
        checks: []
        """);
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  void hasTheSameKeysInTheSchema(Level level) throws IOException {
    JsonNode schema = schema("mapping.schema.json");
    String name = level.name().toLowerCase(Locale.ROOT);
    JsonNode block = level == Level.TOP ? schema : schema.path("$defs").path(name);

    assertThat(names(block.path("properties"))).isEqualTo(new TreeSet<>(level.keys()));
    assertThat(block.path("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void hasTheSameWordsInTheSchema() throws IOException {
    JsonNode defs = schema("mapping.schema.json").path("$defs");

    assertWords(defs.at("/source/properties/format"), SourceReader.FORMATS);
    assertWords(defs.at("/target/properties/load"), TargetReader.LOADS);
    assertWords(defs.at("/tolerance/properties/empty"), ToleranceReader.EMPTY);
    assertWords(defs.at("/drift/properties/new-columns"), ToleranceReader.DRIFT);
    assertWords(defs.at("/drift/properties/missing-columns"), ToleranceReader.DRIFT);
    assertWords(defs.at("/column/properties/class"), ColumnReader.CLASSES);
    assertWords(defs.at("/column/properties/invalid"), ColumnReader.INVALID);
    assertWords(defs.at("/column/properties/unknown"), ColumnReader.UNKNOWN);
    assertWords(defs.at("/column/properties/protect"), ColumnReader.PROTECT);
    assertWords(defs.at("/column/properties/round"), ReadingReader.ROUND);
    assertWords(defs.at("/column/properties/read"), ReadingReader.READ);
    Set<String> types = new HashSet<>(TypeReader.SIMPLE.keySet());
    assertThat(words(defs.at("/column/properties/type/anyOf/0/enum"))).isEqualTo(types);
  }

  @Test
  void namesOnlyPartsThatTheSchemaHas() throws IOException {
    for (String file : List.of("mapping.schema.json", "agencies.schema.json")) {
      JsonNode schema = schema(file);
      for (JsonNode reference : schema.findValues("$ref")) {
        String path = reference.asText().substring(1);
        assertThat(schema.at(path).isMissingNode()).as(path).isFalse();
      }
    }
  }

  private static void assertWords(JsonNode property, Choice<?> choice) {
    assertThat(words(property.path("enum"))).isEqualTo(new HashSet<>(choice.words()));
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new HashSet<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode schema(String file) throws IOException {
    try (InputStream in = Level.class.getResourceAsStream(file)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
