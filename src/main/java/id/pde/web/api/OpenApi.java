package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.schedule.RuleChanges;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API (OpenAPI 3.1), made from the methods that answer it. */
@RestController
final class OpenApi {

  private static final String ROOM = OpenApi.class.getPackageName();

  private final RequestMappingHandlerMapping mappings;

  OpenApi(RequestMappingHandlerMapping mappings) {
    this.mappings = mappings;
  }

  @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Object> description() {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    mappings.getHandlerMethods().forEach((info, method) -> add(paths, info, method));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("openapi", "3.1.0");
    all.put("info", new TreeMap<>(Map.of("title", "PDE", "version", "v1")));
    all.put(
        "components",
        Map.of(
            "securitySchemes",
            Map.of("token", new TreeMap<>(Map.of("type", "http", "scheme", "bearer")))));
    all.put("security", List.of(Map.of("token", List.of())));
    all.put("paths", paths);
    return all;
  }

  private static void add(
      Map<String, Map<String, Object>> paths, RequestMappingInfo info, HandlerMethod method) {
    if (!method.getBeanType().getPackageName().equals(ROOM)) {
      return;
    }
    for (String path : info.getPatternValues()) {
      for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
        Map<String, Object> operations = paths.computeIfAbsent(path, none -> new TreeMap<>());
        operations.merge(
            verb.name().toLowerCase(Locale.ROOT),
            operation(path, info, method.getMethod()),
            OpenApi::joined);
      }
    }
  }

  /** One address in several forms: their contents side by side. */
  @SuppressWarnings("unchecked") // Both are made below.
  private static Object joined(Object one, Object other) {
    Map<String, Object> first = (Map<String, Object>) one;
    Map<String, Object> second = (Map<String, Object>) other;
    content(first).putAll(content(second));
    return first;
  }

  @SuppressWarnings("unchecked") // Made below.
  private static Map<String, Object> content(Map<String, Object> operation) {
    Map<String, Object> responses =
        (Map<String, Object>) java.util.Objects.requireNonNull(operation.get("responses"));
    for (Object response : responses.values()) {
      Object content = ((Map<String, Object>) response).get("content");
      if (content != null) {
        return (Map<String, Object>) content;
      }
    }
    return new TreeMap<>();
  }

  private static Map<String, Object> operation(
      String path, RequestMappingInfo info, Method method) {
    Map<String, Object> operation = new TreeMap<>();
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Parameter parameter : method.getParameters()) {
      if (parameter.getType() == Map.class) {
        parameters.addAll(options());
        continue;
      }
      Map<String, Object> one = parameter(parameter);
      if (one != null) {
        parameters.add(one);
      }
    }
    operation.put("parameters", parameters);
    if (path.startsWith("/api/v1/public") || path.endsWith("openapi.json")) {
      operation.put("security", List.of());
    }
    ApiBody.of(method).ifPresent(body -> operation.put("requestBody", body));
    boolean asks =
        info.getMethodsCondition().getMethods().contains(RequestMethod.POST)
            && method.getReturnType() == ResponseEntity.class
            && answer(method) == Object.class;
    Map<String, Object> response = new TreeMap<>();
    response.put("description", asks ? "begun; Location says where it is looked at" : "as asked");
    if (!asks) {
      Map<String, Object> content = new TreeMap<>();
      info.getProducesCondition()
          .getProducibleMediaTypes()
          .forEach(
              form ->
                  content.put(
                      form.getType() + "/" + form.getSubtype(),
                      new TreeMap<>(Map.of("schema", schema(form, method)))));
      response.put("content", content);
    }
    Map<String, Object> responses = new TreeMap<>();
    ResponseStatus status = method.getAnnotation(ResponseStatus.class);
    String done = status == null ? "200" : Integer.toString(status.value().value());
    responses.put(asks ? "202" : done, response);
    responses.put("default", Map.of("description", "application/problem+json (RFC 9457)"));
    operation.put("responses", responses);
    return operation;
  }

  private static Object schema(MediaType form, Method method) {
    boolean json = form.includes(MediaType.APPLICATION_JSON);
    return json ? schema(answer(method)) : Map.of("type", "string");
  }

  /** What is in the answer, whatever is around it. */
  private static Type answer(Method method) {
    Type type = method.getGenericReturnType();
    return type instanceof ParameterizedType made && made.getRawType() == ResponseEntity.class
        ? made.getActualTypeArguments()[0]
        : type;
  }

  /** The options of a rule, which are read together. */
  private static List<Map<String, Object>> options() {
    return RuleChanges.OPTIONS.stream()
        .map(name -> parameter(name, "query", false, String.class))
        .toList();
  }

  private static @Nullable Map<String, Object> parameter(Parameter parameter) {
    Type type = parameter.getParameterizedType();
    PathVariable path = parameter.getAnnotation(PathVariable.class);
    if (path != null) {
      return parameter(path.value(), "path", true, type);
    }
    RequestParam query = parameter.getAnnotation(RequestParam.class);
    if (query != null) {
      boolean required =
          query.required() && query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
      String name = query.name().isEmpty() ? query.value() : query.name();
      return parameter(name, "query", required, type);
    }
    RequestHeader header = parameter.getAnnotation(RequestHeader.class);
    return header == null ? null : parameter(header.name(), "header", false, type);
  }

  private static Map<String, Object> parameter(
      String name, String in, boolean required, Type type) {
    Map<String, Object> one = new TreeMap<>();
    one.put("name", name);
    one.put("in", in);
    one.put("required", required);
    one.put("schema", schema(type));
    return one;
  }

  static Map<String, Object> schema(Type type) {
    Map<String, Object> schema = new TreeMap<>();
    if (type instanceof ParameterizedType made) {
      Type of = made.getActualTypeArguments()[0];
      if (made.getRawType() == List.class) {
        schema.put("type", "array");
        schema.put("items", schema(of));
        return schema;
      }
      return made.getRawType() == Paged.class ? record(Paged.class, of) : Map.of("type", "object");
    }
    Class<?> kind = (Class<?>) type;
    if (kind.isRecord()) {
      return record(kind, String.class);
    }
    if (kind == long.class || kind == Long.class || kind == int.class) {
      schema.put("type", "integer");
      schema.put("format", kind == int.class ? "int32" : "int64");
    } else if (kind == boolean.class) {
      schema.put("type", "boolean");
    } else if (kind == java.util.UUID.class) {
      schema.put("type", "string");
      schema.put("format", "uuid");
    } else {
      // What is written as text may be a whole JSON document: its form is that of the command line.
      schema.put("type", kind == String.class ? "string" : "object");
    }
    return schema;
  }

  /**
   * A record.
   *
   * @param of what a list of type T holds in it
   */
  private static Map<String, Object> record(Class<?> kind, Type of) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (RecordComponent component : kind.getRecordComponents()) {
      JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
      String name = named == null ? component.getName() : named.value();
      Type type = component.getGenericType();
      boolean ofItems =
          type instanceof ParameterizedType made
              && made.getActualTypeArguments()[0] instanceof java.lang.reflect.TypeVariable<?>;
      properties.put(
          name,
          ofItems ? new TreeMap<>(Map.of("type", "array", "items", schema(of))) : schema(type));
    }
    Map<String, Object> schema = new TreeMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    return schema;
  }
}
