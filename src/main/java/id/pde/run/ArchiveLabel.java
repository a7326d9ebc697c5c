package id.pde.run;

import id.pde.model.Period;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the archive itself knows of a delivery, so that it can be loaded again where the ledger was
 * lost.
 *
 * @param name as the sender named it; may be personal
 * @param at when it came
 * @param packed where in a bundle it came from; null: it came by itself
 * @param way the mapping it went through; null: it came to none
 */
public record ArchiveLabel(
    String name, Instant at, Delivery.Form form, @Nullable Packed packed, @Nullable Way way) {

  /**
   * A mapping that a delivery went through.
   *
   * @param folder that it was dropped into; empty where there is none
   * @param period that was given with it; null: none
   */
  public record Way(String mapping, String folder, @Nullable Period period) {}

  private static final String NAME = "name";
  private static final String AT = "at";
  private static final String FORM = "form";
  private static final String BUNDLE = "bundle";
  private static final String BUNDLE_SHA256 = "bundle_sha256";
  private static final String MEMBER = "member";
  private static final String MAPPING = "mapping";
  private static final String FOLDER = "folder";
  private static final String PERIOD = "period";

  /** Whether another tells of bytes that came in the same way. */
  boolean isOfSameArrival(ArchiveLabel other) {
    return name.equals(other.name) && form == other.form && Objects.equals(packed, other.packed);
  }

  ArchiveLabel through(Way other) {
    return new ArchiveLabel(name, at, form, packed, other);
  }

  /** The same with the id that its mapping has by now. */
  ArchiveLabel now(UnaryOperator<String> ids) {
    return way == null
        ? this
        : through(new Way(ids.apply(way.mapping()), way.folder(), way.period()));
  }

  /** As a line has it. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(AT, at.toString());
    fields.put(NAME, name);
    fields.put(FORM, form.name());
    if (packed != null) {
      fields.put(BUNDLE, packed.bundle());
      fields.put(BUNDLE_SHA256, packed.sha256());
      fields.put(MEMBER, packed.member());
    }
    if (way != null) {
      fields.put(MAPPING, way.mapping());
      fields.put(FOLDER, way.folder());
      if (way.period() != null) {
        fields.put(PERIOD, way.period().text());
      }
    }
    return fields;
  }

  /**
   * The label of a line.
   *
   * @throws IllegalArgumentException when it is none
   * @throws java.time.DateTimeException when its instant is none
   */
  static ArchiveLabel of(Map<String, String> line) {
    String bundle = line.get(BUNDLE);
    String mapping = line.get(MAPPING);
    String period = line.get(PERIOD);
    return new ArchiveLabel(
        line.getOrDefault(NAME, ""),
        Instant.parse(line.getOrDefault(AT, "")),
        Delivery.Form.valueOf(line.getOrDefault(FORM, "")),
        bundle == null
            ? null
            : new Packed(
                bundle, line.getOrDefault(BUNDLE_SHA256, ""), line.getOrDefault(MEMBER, "")),
        mapping == null
            ? null
            : new Way(
                mapping,
                line.getOrDefault(FOLDER, ""),
                period == null ? null : new Period(period)));
  }
}
