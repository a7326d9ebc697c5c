package id.pde.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A method whose request carries the text of a mapping, read by {@link YamlBody}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@RequestBody(
    required = true,
    content = {
      @Content(mediaType = "application/yaml", schema = @Schema(type = "string")),
      @Content(mediaType = "text/yaml", schema = @Schema(type = "string")),
      @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
    })
@interface TakesYaml {}
