package id.pde.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of mapping, agency and panel files as tables, out of their JSON schemas. */
final class KeyReference {

  private static final Path SCHEMAS = Path.of("src/main/resources/id/pde/mapping");

  private final StringBuilder page = new StringBuilder();

  static String page() throws IOException {
    KeyReference reference = new KeyReference();
    reference.page.append(
        """
        # Acuan kunci berkas / Reference of the keys of files

        Dibuat dari skema JSON; jangan disunting. / Made of the JSON schemas; do not edit. Uraian: Indonesia / English. **Tebal** = wajib / required.
        Arti lengkap dan contoh / full meaning and examples: mappings.md.

        """);
    reference.file("mapping.schema.json", "mappings/<agency>/<dataset>.yaml");
    reference.file("panel.schema.json", "mappings/panels/<panel>.yaml");
    reference.file("agencies.schema.json", "mappings/agencies.yaml");
    return reference.page.toString().strip() + "\n";
  }

  private void file(String name, String title) throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMAS.resolve(name)));
    page.append("\n# ").append(title).append("\n\n");
    if (schema.has("properties")) {
      table(schema);
    }
    for (Map.Entry<String, JsonNode> block : schema.path("$defs").properties()) {
      if (block.getValue().has("properties")) {
        page.append("\n## ").append(block.getKey()).append("\n\n");
        String about = block.getValue().path("description").asText();
        if (!about.isEmpty()) {
          page.append(about).append("\n\n");
        }
        table(block.getValue());
      }
    }
  }

  private void table(JsonNode block) {
    List<String> required = new ArrayList<>();
    block.path("required").forEach(key -> required.add(key.asText()));
    page.append("| kunci / key | nilai / value | arti / meaning |\n|---|---|---|\n");
    for (Map.Entry<String, JsonNode> key : block.path("properties").properties()) {
      String mark = required.contains(key.getKey()) ? "**" : "";
      page.append("| ")
          .append(mark)
          .append('`')
          .append(key.getKey())
          .append('`')
          .append(mark)
          .append(" | ")
          .append(cell(value(key.getValue())))
          .append(" | ")
          .append(cell(key.getValue().path("description").asText("")))
          .append(" |\n");
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String value(JsonNode node) {
    if (node.has("$ref")) {
      return "_" + node.path("$ref").asText().replaceFirst(".*/", "") + "_";
    }
    if (node.has("enum")) {
      List<String> words = new ArrayList<>();
      node.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
      return String.join(", ", words);
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (node.has(choice)) {
        List<String> all = new ArrayList<>();
        node.path(choice).forEach(one -> all.add(value(one)));
        return String.join(" | ", all);
      }
    }
    String type = type(node);
    if (type.equals("array")) {
      return "[" + value(node.path("items")) + ", ...]";
    }
    if (type.equals("object") && node.path("additionalProperties").isObject()) {
      return "{...: " + value(node.path("additionalProperties")) + "}";
    }
    String pattern = node.path("pattern").asText("");
    return pattern.isEmpty() ? type : type + " `" + pattern + "`";
  }

  private static String type(JsonNode node) {
    JsonNode type = node.path("type");
    if (!type.isArray()) {
      return type.asText("...");
    }
    List<String> words = new ArrayList<>();
    type.forEach(one -> words.add(one.asText()));
    return String.join(" | ", words);
  }
}
