package id.pde.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The part of JSON Schema 2019-09 that the schema of ODCS uses: type, enum, const, required,
 * properties, items, additionalProperties and unevaluatedProperties false, $ref, allOf, anyOf,
 * oneOf, if and then.
 */
public record JsonSchema(JsonNode root) {

  /** What is wrong with a document, each with its place; empty: it is valid. */
  public List<String> faults(JsonNode document) {
    List<String> faults = new ArrayList<>();
    check(root, document, "", faults);
    return faults;
  }

  /** Checks a value; the keys of it that the schema has a say in. */
  private Set<String> check(JsonNode schema, JsonNode value, String place, List<String> faults) {
    Set<String> seen = new HashSet<>();
    if (schema.has("$ref")) {
      seen.addAll(check(target(schema.path("$ref").asText()), value, place, faults));
    }
    if (schema.has("type") && !isOf(schema.path("type").asText(), value)) {
      faults.add(place + " is no " + schema.path("type").asText());
    }
    if (schema.has("const") && !schema.path("const").equals(value)) {
      faults.add(place + " is not " + schema.path("const"));
    }
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      faults.add(place + " is none of " + schema.path("enum"));
    }
    for (JsonNode name : schema.path("required")) {
      if (value.isObject() && !value.has(name.asText())) {
        faults.add(place + " lacks " + name.asText());
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            entry -> {
              if (value.has(entry.getKey())) {
                seen.add(entry.getKey());
                String inner = place + "/" + entry.getKey();
                check(entry.getValue(), value.path(entry.getKey()), inner, faults);
              }
            });
    if (schema.has("items") && value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.path("items"), value.path(i), place + "/" + i, faults);
      }
    }
    for (JsonNode part : schema.path("allOf")) {
      seen.addAll(check(part, value, place, faults));
    }
    seen.addAll(alternatives(schema, value, place, faults));
    if (schema.has("if") && holds(schema.path("if"), value)) {
      seen.addAll(check(schema.path("if"), value, place, new ArrayList<>()));
      seen.addAll(check(schema.path("then"), value, place, faults));
    }
    for (String word : List.of("additionalProperties", "unevaluatedProperties")) {
      if (schema.has(word) && !schema.path(word).asBoolean(true)) {
        value
            .fieldNames()
            .forEachRemaining(
                name -> {
                  if (!seen.contains(name)) {
                    faults.add(place + " may not have " + name);
                  }
                });
      }
    }
    return seen;
  }

  private Set<String> alternatives(
      JsonNode schema, JsonNode value, String place, List<String> faults) {
    Set<String> seen = new HashSet<>();
    for (String word : List.of("anyOf", "oneOf")) {
      if (schema.has(word)) {
        int fitting = 0;
        for (JsonNode part : schema.path(word)) {
          if (holds(part, value)) {
            fitting++;
            seen.addAll(check(part, value, place, new ArrayList<>()));
          }
        }
        if (fitting == 0 || (word.equals("oneOf") && fitting > 1)) {
          faults.add(place + " fits " + fitting + " of " + word);
        }
      }
    }
    return seen;
  }

  private boolean holds(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults.isEmpty();
  }

  private JsonNode target(String reference) {
    JsonNode found = root.at(reference.substring(1));
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("the schema has no " + reference);
    }
    return found;
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode one : list) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }
}
