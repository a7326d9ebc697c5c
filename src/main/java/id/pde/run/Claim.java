package id.pde.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file taken out of a watched folder; it stays until its sender has the answer.
 *
 * @param mapping the mapping that its route names, or what {@link #toAnyOf} gives
 * @param name as the sender named it
 * @param file where it lies now
 */
public record Claim(UUID id, String agency, String mapping, String name, Path file, Instant taken) {

  private static final String RECOGNISED = "recognise?agency=";

  /** In place of a mapping: the file goes to those mappings of an agency that fit. */
  public static String toAnyOf(String agency) {
    return RECOGNISED + agency;
  }

  /** The agency whose mappings may take the file; null: the text is the id of a mapping. */
  public static @Nullable String anyOf(String mapping) {
    return mapping.startsWith(RECOGNISED) ? mapping.substring(RECOGNISED.length()) : null;
  }

  /** Whether its mappings are found by the name of the file and by its headings. */
  public boolean recognised() {
    return anyOf(mapping) != null;
  }
}
