package id.pde.web.openapi;

import id.pde.schedule.RuleChanges;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.NarrowedOf;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/** What the signature of a method does not say: faults, work that goes on, streams, rules. */
final class Operations implements OperationCustomizer {

  /** The schema of a fault. */
  static final String PROBLEM = "Problem";

  private static final String FAULT = "application/problem+json";
  private static final String JSON = "application/json";

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    Method method = handler.getMethod();
    Arrays.stream(method.getParameters())
        .filter(one -> one.getType() == Map.class)
        .filter(one -> one.isAnnotationPresent(RequestParam.class))
        .forEach(
            one -> {
              operation.getParameters().removeIf(now -> one.getName().equals(now.getName()));
              RuleChanges.OPTIONS.forEach(option -> operation.addParametersItem(query(option)));
            });
    if (Arrays.stream(method.getParameters()).anyMatch(one -> one.getType() == Narrowed.class)) {
      // One address in several forms comes here for each of them.
      List<Parameter> known =
          operation.getParameters() == null ? List.of() : operation.getParameters();
      NarrowedOf.NAMES.stream()
          .filter(facet -> known.stream().noneMatch(one -> facet.equals(one.getName())))
          .toList()
          .forEach(facet -> operation.addParametersItem(query(facet).required(false)));
    }
    boolean begins = answer(method) == Object.class;
    ApiResponse done = begins ? begun() : done(operation, method);
    ApiResponses responses = new ApiResponses();
    responses.addApiResponse(begins ? "202" : status(method), done);
    responses.addApiResponse(
        ApiResponses.DEFAULT,
        new ApiResponse()
            .description("Not done, and why")
            .content(
                new Content()
                    .addMediaType(
                        FAULT,
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
    operation.setResponses(responses);
    return operation;
  }

  private static Parameter query(String name) {
    return new Parameter().name(name).in("query").schema(new StringSchema());
  }

  private static ApiResponse begun() {
    return new ApiResponse()
        .description("Begun")
        .addHeaderObject(
            "Location",
            new Header().description("where it is looked at").schema(new StringSchema()));
  }

  /** Text that is JSON has the form that the command line writes with {@code --json}. */
  private static ApiResponse done(Operation operation, Method method) {
    Content content = new Content();
    operation.getResponses().values().stream()
        .map(ApiResponse::getContent)
        .filter(Objects::nonNull)
        .forEach(content::putAll);
    content.remove(FAULT);
    if (method.getReturnType() == void.class) {
      // It writes by itself, so that nothing but its forms is known of what it writes.
      RequestMapping mapped =
          AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
      Arrays.stream(mapped == null ? new String[0] : mapped.produces())
          .forEach(form -> content.addMediaType(form, new MediaType()));
    }
    content.forEach(
        (form, media) -> {
          if (!form.startsWith(JSON)) {
            media.setSchema(new StringSchema());
          } else if (answer(method) == String.class) {
            media.setSchema(new ObjectSchema());
          }
        });
    return new ApiResponse().description("Done").content(content.isEmpty() ? null : content);
  }

  private static String status(Method method) {
    ResponseStatus status = method.getAnnotation(ResponseStatus.class);
    return Integer.toString((status == null ? HttpStatus.OK : status.value()).value());
  }

  /** What is in the answer, whatever is around it. */
  private static Type answer(Method method) {
    Type type = method.getGenericReturnType();
    return type instanceof ParameterizedType made && made.getRawType() == ResponseEntity.class
        ? made.getActualTypeArguments()[0]
        : type;
  }
}
