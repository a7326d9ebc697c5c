package id.pde.source.sheet;

import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import java.nio.file.Path;
import java.util.Optional;

/** The properties by which workbooks that PDE made are known again. */
public final class OwnMark {

  private OwnMark() {}

  /**
   * Reads one.
   *
   * @param property its name
   * @return empty: the workbook has none of that name
   * @throws Exception whatever the parsers throw at a damaged file
   */
  public static Optional<String> of(Path file, String property, Location whole, ReadLimits limits)
      throws Exception {
    try (PackageParts parts = PackageParts.open(file, whole, limits)) {
      for (Relation relation : parts.relations("")) {
        boolean properties =
            relation.type().equals("custom-properties")
                || relation.type().equals("customProperties");
        if (properties && parts.has(relation.target())) {
          Optional<String> mark = in(parts, relation.target(), property, limits);
          if (mark.isPresent()) {
            return mark;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> in(
      PackageParts parts, String part, String property, ReadLimits limits) throws Exception {
    try (PacedStream stream = parts.stream(part);
        XmlPull pull = XmlPull.open(stream)) {
      TextCollector text = new TextCollector(limits.cellCharacters(), part);
      boolean own = false;
      for (XmlPull.Event event = pull.next(); event != XmlPull.Event.DONE; event = pull.next()) {
        if (event == XmlPull.Event.BEGIN && pull.name().equals("property")) {
          own = property.equals(pull.attribute("name"));
          text.clear();
        } else if (event == XmlPull.Event.TEXT && own) {
          pull.textTo(text);
        } else if (event == XmlPull.Event.END && own && pull.name().equals("property")) {
          return Optional.of(text.word());
        }
      }
    }
    return Optional.empty();
  }
}
