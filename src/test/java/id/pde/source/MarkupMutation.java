package id.pde.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages XML and HTML as a whole of elements and attributes, so that it still parses. */
final class MarkupMutation {

  private static final Pattern ELEMENT =
      Pattern.compile("<([A-Za-z][\\w:.-]*)(?:\\s[^<>]*)?(?:/>|>[^<>]*</\\1>)");
  private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"<>]*)\"");
  private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");

  private static final List<String> EXTREMES =
      List.of(
          "",
          "0",
          "-1",
          "1",
          "255",
          "16384",
          "16385",
          "65536",
          "1048576",
          "1048577",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "99999999999999999999",
          "1e308",
          "1e999999999",
          "NaN",
          "-0",
          "true",
          "XFD1048576",
          "XFE1",
          "A0",
          "A1:XFD1048576",
          "AAAA1",
          "_x000D_",
          "&#x1F600;",
          "&#0;",
          "&amp;",
          "2019-13-45",
          "P99999999D",
          "../../x",
          "rId1");

  /** More would make a pattern search the whole of a large sheet again and again. */
  private static final int LARGEST = 1 << 20;

  private final RandomGenerator random;

  MarkupMutation(RandomGenerator random) {
    this.random = random;
  }

  static boolean fits(byte[] content) {
    return content.length > 4 && content.length < LARGEST && content[0] == '<';
  }

  byte[] of(byte[] original) {
    StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      change(text);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void change(StringBuilder text) {
    switch (random.nextInt(6)) {
      case 0 -> one(ELEMENT, 0, text).replaceIn(text, "");
      case 1 -> {
        Span element = one(ELEMENT, 0, text);
        int times = random.nextInt(16) == 0 ? 2_000 : 1 + random.nextInt(3);
        text.insert(element.to(), text.substring(element.from(), element.to()).repeat(times));
      }
      case 2 -> {
        Span element = one(ELEMENT, 0, text);
        String moved = text.substring(element.from(), element.to());
        element.replaceIn(text, "");
        text.insert(one(ELEMENT, 0, text).from(), moved);
      }
      case 3 -> one(TEXT, 1, text).replaceIn(text, extreme());
      default -> one(ATTRIBUTE, 1, text).replaceIn(text, extreme());
    }
  }

  private String extreme() {
    return random.nextInt(20) == 0
        ? "x".repeat(40_000)
        : EXTREMES.get(random.nextInt(EXTREMES.size()));
  }

  private record Span(int from, int to) {
    void replaceIn(StringBuilder text, String by) {
      text.replace(from, to, by);
    }
  }

  /** One of what a pattern finds; the empty beginning where it finds nothing. */
  private Span one(Pattern pattern, int group, CharSequence text) {
    Matcher matcher = pattern.matcher(text);
    List<Span> found = new ArrayList<>();
    while (matcher.find() && found.size() < 20_000) {
      found.add(new Span(matcher.start(group), matcher.end(group)));
    }
    return found.isEmpty() ? new Span(0, 0) : found.get(random.nextInt(found.size()));
  }
}
