package id.pde.mapping;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long something is kept: {@code 5y}, {@code 18m}, {@code 90d}. */
public final class Retention {

  private static final Pattern FORM = Pattern.compile("(\\d{1,4})([ymd])");

  private Retention() {}

  /** The time that a text names; none: it names none, or nothing at all. */
  public static Optional<Period> of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || form.group(1).matches("0+")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(form.group(1));
    return Optional.of(
        switch (form.group(2)) {
          case "y" -> Period.ofYears(number);
          case "m" -> Period.ofMonths(number);
          default -> Period.ofDays(number);
        });
  }

  /** What {@code privacy.retention} of a mapping says; null: nothing. */
  public static @Nullable String declared(Mapping mapping) {
    Mapping.MappingText text = mapping.text();
    // Keys that describe are kept in the text only.
    YamlNode top =
        text.content().contains("retention")
            ? YamlReader.read(text.file(), text.content(), new Faults())
            : null;
    YamlNode privacy = top == null ? null : child(top, "privacy");
    YamlNode retention = privacy == null ? null : child(privacy, "retention");
    return retention instanceof Scalar scalar ? scalar.text() : null;
  }

  private static @Nullable YamlNode child(YamlNode node, String key) {
    return node instanceof Entries entries
        ? entries.entries().stream()
            .filter(entry -> entry.key().text().equals(key))
            .findFirst()
            .map(Entry::value)
            .orElse(null)
        : null;
  }
}
