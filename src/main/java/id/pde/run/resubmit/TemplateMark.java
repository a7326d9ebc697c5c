package id.pde.run.resubmit;

import id.pde.mapping.Mapping;
import java.util.Optional;

/**
 * What a template says of itself, in a property of its package: the mapping, and the SHA-256 of
 * what the mapping said when it was made.
 */
public record TemplateMark(String mapping, String sha256) {

  /** The name of the property. */
  public static final String PROPERTY = "PDE.templat";

  /** The mark of a template that is made now. */
  public static TemplateMark of(Mapping mapping) {
    return new TemplateMark(mapping.id(), mapping.text().sha256());
  }

  /** As it stands in the property. */
  public String text() {
    return "1 " + mapping + " " + sha256;
  }

  /** Empty: it is no such mark. */
  public static Optional<TemplateMark> parse(String text) {
    String[] parts = text.strip().split(" ", -1);
    return parts.length == 3 && parts[0].equals("1")
        ? Optional.of(new TemplateMark(parts[1], parts[2]))
        : Optional.empty();
  }

  /** Whether it was made from what the mapping said before. */
  public boolean isOld(Mapping now) {
    return mapping.equals(now.id()) && !sha256.equals(now.text().sha256());
  }
}
