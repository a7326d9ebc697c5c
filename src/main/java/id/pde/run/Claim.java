package id.pde.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;

/**
 * A file taken out of a watched folder; it stays until its sender has the answer.
 *
 * @param mapping the mapping that its route names
 * @param name as the sender named it
 * @param file where it lies now
 */
public record Claim(
    UUID id, String agency, String mapping, String name, Path file, Instant taken) {}
