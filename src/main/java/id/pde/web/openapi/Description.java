package id.pde.web.openapi;

import id.pde.run.account.Account;
import id.pde.web.waiting.Narrowed;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API as a whole; {@link Operations} has what holds for each of them. */
@Configuration(proxyBeanMethods = false)
public class Description {

  /** Where it is read, by everybody. */
  public static final String PATH = "/api/v1/openapi.json";

  private static final String TOKEN = "token";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("PDE")
                .version("v1")
                .description(
                    "Data of a city's agencies in one warehouse: deliveries, runs, waiting rows, codes,"
                        + " mappings, schedules, and the open datasets. Faults are problem+json (RFC 9457)"
                        + " with a stable code and a hint, in the language of Accept-Language (id, en).")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("pde_..., made on one's own page or by POST /api/v1/tokens")))
        .security(List.of(new SecurityRequirement().addList(TOKEN)));
  }

  @Bean
  OperationCustomizer operations() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Account.class, Narrowed.class);
    ModelConverters.getInstance(true).addConverter(new RequiredOfRecords());
    return new Operations();
  }

  /** Last of all: names, and words for what is there now. */
  @Bean
  OpenApiCustomizer worded() {
    return Description::word;
  }

  private static void word(OpenAPI api) {
    ApiWords words = new ApiWords();
    // Where it is reached is told by the address it was read from, not by what answers there.
    api.setServers(null);
    api.getComponents().addSchemas(Operations.PROBLEM, problem());
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (verb, operation) -> {
                          String small = verb.name().toLowerCase(Locale.ROOT);
                          operation.setOperationId(id(small, path));
                          operation.setTags(List.of(path.split("/", -1)[3]));
                          operation.setSummary(words.operation(verb.name(), path));
                          if (path.startsWith("/api/v1/public/")) {
                            operation.setSecurity(List.of());
                          }
                          if (operation.getParameters() != null) {
                            operation
                                .getParameters()
                                .forEach(one -> one.setDescription(words.parameter(one.getName())));
                          }
                        }));
  }

  /** {@code get /api/v1/runs/{number}/rejects} becomes {@code getRunsByNumberRejects}. */
  static String id(String verb, String path) {
    StringBuilder id = new StringBuilder(verb);
    for (String part : path.substring("/api/v1/".length()).split("[/-]", -1)) {
      String name = part.startsWith("{") ? part.substring(1, part.length() - 1) : part;
      id.append(part.startsWith("{") ? "By" : "")
          .append(name.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(name.substring(1));
    }
    return id.toString();
  }

  private static ObjectSchema problem() {
    ObjectSchema problem = new ObjectSchema();
    problem.setDescription("A fault (RFC 9457).");
    problem
        .addProperty("type", new StringSchema().description("urn:pde:problem:CODE"))
        .addProperty("title", new StringSchema().description("what is wrong"))
        .addProperty("status", new IntegerSchema())
        .addProperty("code", new StringSchema().description("stable; see messages.md"))
        .addProperty("hint", new StringSchema().description("what to do"));
    problem.setRequired(List.of("type", "title", "status", "code", "hint"));
    return problem;
  }
}
