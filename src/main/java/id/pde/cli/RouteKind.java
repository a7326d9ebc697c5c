package id.pde.cli;

import id.pde.model.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A kind of route that {@code pde route new} writes. */
enum RouteKind {
  INBOX(Goal.RECOGNISED),
  JDBC(Goal.DATASET),
  SFTP(Goal.RECOGNISED),
  FTPS(Goal.RECOGNISED),
  MAIL(Goal.RECOGNISED),
  HTTP(Goal.DATASET),
  CSV_LINK(Goal.DATASET),
  OPEN311(Goal.DATASET),
  EVENTS_MAIL(Goal.RECOGNISED),
  EVENTS_WEBHOOK(Goal.RECOGNISED),
  EVENTS_TELEGRAM(Goal.RECOGNISED),
  EVENTS_REMINDERS(Goal.RECOGNISED);

  private final Goal goal;

  RouteKind(Goal goal) {
    this.goal = goal;
  }

  /** Where it leads when nobody names a dataset. */
  enum Goal {
    /** To the mappings of the agency that fit, or to those who are told. */
    RECOGNISED,
    /** Nowhere: what comes has no name that would tell. */
    DATASET
  }

  static List<String> names() {
    return Arrays.stream(values()).map(RouteKind::shown).toList();
  }

  static Optional<RouteKind> named(String word) {
    return Arrays.stream(values()).filter(kind -> kind.shown().equals(word)).findFirst();
  }

  String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean needsDataset() {
    return goal == Goal.DATASET;
  }

  /** The route, with its comments in one language. */
  String written(Language language, Map<String, String> words) {
    String other = language == Language.EN ? "#id " : "#en ";
    String ours = language == Language.EN ? "#en " : "#id ";
    String text =
        pattern()
            .lines()
            .filter(line -> !line.stripLeading().startsWith(other))
            .map(line -> line.replaceFirst(ours, "# "))
            .collect(Collectors.joining("\n", "", "\n"));
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace("@" + word.getKey() + "@", word.getValue());
    }
    return text;
  }

  private String pattern() {
    String name = "route/" + shown() + ".yaml";
    try (InputStream in = RouteKind.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the product");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
