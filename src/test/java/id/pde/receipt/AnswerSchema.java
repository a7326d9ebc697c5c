package id.pde.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pde.testing.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The schema of answers, closed: others may meet members that came later, but what is written today
 * is all in it.
 */
public final class AnswerSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  public AnswerSchema() throws IOException {
    try (InputStream in = AnswerJson.class.getResourceAsStream("answer.schema.json")) {
      JsonNode root = JSON.readTree(in);
      root.path("$defs")
          .properties()
          .forEach(
              one -> {
                ObjectNode object = (ObjectNode) one.getValue();
                if (object.has("allOf")) {
                  object.put("unevaluatedProperties", false);
                } else if (!one.getKey().equals("head") && !one.getKey().equals("run")) {
                  object.put("additionalProperties", false);
                }
              });
      this.schema = new JsonSchema(root);
    }
  }

  /** What is wrong with an answer; empty: it is as the schema says. */
  public List<String> faults(String answer) throws IOException {
    JsonNode json = JSON.readTree(answer);
    List<String> faults = schema.faults(json);
    String form = json.has("runs") ? "several" : "one";
    JsonNode alone = ((ObjectNode) schema.root().deepCopy()).put("$ref", "#/$defs/" + form);
    ((ObjectNode) alone).remove("oneOf");
    // Of two forms that do not fit, the one that was meant says why.
    return faults.isEmpty() ? faults : new JsonSchema(alone).faults(json);
  }
}
