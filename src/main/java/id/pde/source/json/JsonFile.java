package id.pde.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A JSON file that is parsed from its beginning as often as needed. Immutable. */
final class JsonFile {

  private static final int MARK = 4;

  private final Path path;
  private final Location whole;
  private final ReadLimits limits;
  private final JsonCharset charset;
  private final JsonFactory factory;

  JsonFile(Path path, Location whole, ReadLimits limits, Optional<String> declared)
      throws IOException {
    this.path = path;
    this.whole = whole;
    this.limits = limits;
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] start = stream.readNBytes(MARK);
      this.charset =
          declared.isPresent()
              ? JsonCharset.declared(declared.get(), start)
              : JsonCharset.of(start);
    }
    this.factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(limits.cellCharacters())
                    .maxNumberLength(JsonLimits.NUMBER)
                    .maxNameLength(JsonLimits.NAME)
                    .maxNestingDepth(JsonLimits.DEPTH)
                    .build())
            // Names of a foreign file must not fill tables that live as long as the program.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  long size() throws IOException {
    return Files.size(path);
  }

  Location whole() {
    return whole;
  }

  ReadLimits limits() {
    return limits;
  }

  /** One walk over the file; what is wrong with its JSON is refused with its place. */
  <T> T walk(Walk<T> walk) throws IOException {
    try (InputStream stream = Files.newInputStream(path)) {
      stream.skipNBytes(charset.mark());
      try (JsonParser json = factory.createParser(new StrictReader(stream, charset.charset()))) {
        return new JsonFaults(whole, limits).told(json, () -> walk.over(json));
      }
    }
  }

  /** What is done with the tokens. */
  interface Walk<T> {
    T over(JsonParser json) throws IOException;
  }
}
