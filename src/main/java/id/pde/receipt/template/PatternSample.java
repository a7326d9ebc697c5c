package id.pde.receipt.template;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that a pattern finds, for people to see what is wanted: the first of alternatives, years
 * for four digits, few repetitions. Of the parts of patterns that mappings use; for others there is
 * none.
 */
final class PatternSample {

  private final String pattern;
  private int at;

  private PatternSample(String pattern) {
    this.pattern = pattern;
  }

  /** Empty: none was found. */
  static Optional<String> of(Pattern pattern) {
    PatternSample sample = new PatternSample(pattern.pattern());
    try {
      String text = sample.alternatives().strip();
      boolean whole = sample.at == sample.pattern.length();
      return whole && pattern.matcher(text).find() ? Optional.of(text) : Optional.empty();
    } catch (UnsupportedOperationException | IndexOutOfBoundsException beyond) {
      return Optional.empty();
    }
  }

  private boolean more() {
    return at < pattern.length();
  }

  private String alternatives() {
    String first = sequence();
    while (more() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      String one = atom();
      text.append(repeated(one));
    }
    return text.toString();
  }

  private String atom() {
    char sign = pattern.charAt(at++);
    return switch (sign) {
      case '^', '$' -> "";
      case '.' -> "x";
      case '(' -> group();
      case '[' -> ofClass();
      case '\\' -> escaped(pattern.charAt(at++));
      case '*', '+', '?', '{' -> throw new UnsupportedOperationException(pattern);
      default -> String.valueOf(sign);
    };
  }

  private String group() {
    if (pattern.charAt(at) == '?') {
      if (pattern.startsWith("?:", at)) {
        at += 2;
      } else if (pattern.startsWith("?<", at) && Character.isLetter(pattern.charAt(at + 2))) {
        at = pattern.indexOf('>', at) + 1;
      } else {
        throw new UnsupportedOperationException(pattern);
      }
    }
    String text = alternatives();
    if (pattern.charAt(at++) != ')') {
      throw new UnsupportedOperationException(pattern);
    }
    return text;
  }

  private String ofClass() {
    char first = pattern.charAt(at);
    if (first == '^' || first == '[') {
      throw new UnsupportedOperationException(pattern);
    }
    at++;
    String sample = first == '\\' ? escaped(pattern.charAt(at++)) : String.valueOf(first);
    while (pattern.charAt(at) != ']') {
      at += pattern.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
    return sample;
  }

  private String escaped(char sign) {
    return switch (sign) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'b' -> "";
      case 'p' -> {
        int end = pattern.indexOf('}', at);
        String property = pattern.substring(at, end + 1);
        at = end + 1;
        yield switch (property) {
          case "{L}", "{Alpha}" -> "a";
          case "{Lu}", "{Upper}" -> "A";
          default -> throw new UnsupportedOperationException(pattern);
        };
      }
      default -> {
        if (Character.isLetterOrDigit(sign)) {
          throw new UnsupportedOperationException(pattern);
        }
        yield String.valueOf(sign);
      }
    };
  }

  private String repeated(String one) {
    if (!more()) {
      return one;
    }
    int times = 1;
    switch (pattern.charAt(at)) {
      case '*' -> {
        // A blank that may be there reads better; anything else is left out.
        times = one.equals(" ") ? 1 : 0;
        at++;
      }
      case '+' -> at++;
      case '?' -> {
        times = one.equals(" ") ? 1 : 0;
        at++;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        times = Integer.parseInt(pattern.substring(at + 1, end).split(",", -1)[0]);
        at = end + 1;
      }
      default -> {
        return one;
      }
    }
    if (more() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
      at++;
    }
    if (one.equals("1") && times == 4) {
      return "2025";
    }
    return one.repeat(times);
  }
}
