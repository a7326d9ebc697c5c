package id.pde.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The description that is checked in tells everything, and nothing that has gone. */
class DescriptionTest {

  private static JsonNode description() throws IOException {
    return new ObjectMapper().readTree(Path.of("src/docs/openapi.json").toFile());
  }

  @Test
  void everyOperationAndParameterHasItsWords() throws IOException {
    Set<String> silent = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    description()
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        verb -> {
                          String key = verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                          described.add(key);
                          if (verb.getValue().path("summary").asText().isEmpty()) {
                            silent.add(key);
                          }
                          for (JsonNode one : verb.getValue().path("parameters")) {
                            String name = "parameter " + one.get("name").asText();
                            described.add(name);
                            if (one.path("description").asText().isEmpty()) {
                              silent.add(name);
                            }
                          }
                        }));

    assertThat(silent).as("write them into operations.properties").isEmpty();
    assertThat(new ApiWords().keys()).containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void everyAnswerHasAFormAndEveryFaultTheSame() throws IOException {
    for (JsonNode path : description().get("paths")) {
      for (JsonNode operation : path) {
        JsonNode responses = operation.get("responses");
        assertThat(responses.at("/default/content/application~1problem+json/schema/$ref").asText())
            .isEqualTo("#/components/schemas/Problem");
        assertThat(responses.has("202") || responses.findValue("schema") != null)
            .as(operation.get("operationId").asText())
            .isTrue();
      }
    }
  }

  @Test
  void aFileIsSentAndAMappingIsText() throws IOException {
    JsonNode paths = description().get("paths");
    assertThat(
            paths
                .at("/~1api~1v1~1deliveries/post/requestBody/content/application~1octet-stream")
                .at("/schema/format")
                .asText())
        .isEqualTo("binary");
    assertThat(
            paths
                .at("/~1api~1v1~1mappings~1{agency}~1{dataset}/put/requestBody/content")
                .fieldNames())
        .toIterable()
        .contains("application/yaml");
  }

  @Test
  void whatMayBeMissingIsNotRequired() throws IOException {
    JsonNode run = description().at("/components/schemas/RunView/required");
    assertThat(run).extracting(JsonNode::asText).contains("run", "waits_for_decision");
    assertThat(run).extracting(JsonNode::asText).doesNotContain("period", "undone_by");
  }

  @Test
  void anOperationIsCalledByItsAddress() {
    assertThat(Description.id("get", "/api/v1/runs/{number}/rejects"))
        .isEqualTo("getRunsByNumberRejects");
    assertThat(Description.id("post", "/api/v1/tokens/revoke")).isEqualTo("postTokensRevoke");
  }
}
