package id.pde.web.api;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;

/** What a request of the API carries, as its description says it. */
final class ApiBody {

  private ApiBody() {}

  /** Empty: nothing, or a file of whatever kind. */
  static Optional<Map<String, Object>> of(Method method) {
    for (Parameter parameter : method.getParameters()) {
      if (parameter.isAnnotationPresent(RequestBody.class)) {
        Object schema = OpenApi.schema(parameter.getParameterizedType());
        return Optional.of(body(List.of(MediaType.APPLICATION_JSON), schema));
      }
    }
    return method.isAnnotationPresent(TakesYaml.class)
        ? Optional.of(body(YamlBody.FORMS, Map.of("type", "string")))
        : Optional.empty();
  }

  private static Map<String, Object> body(Collection<MediaType> forms, Object schema) {
    Map<String, Object> content = new TreeMap<>();
    forms.forEach(
        form ->
            content.put(
                form.getType() + "/" + form.getSubtype(), new TreeMap<>(Map.of("schema", schema))));
    return new TreeMap<>(Map.of("required", true, "content", content));
  }
}
