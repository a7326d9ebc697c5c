package id.pde.source.layout.stage;

import id.pde.mapping.VirtualField.Title;
import id.pde.model.Header;
import id.pde.model.Header.Caption;
import id.pde.normalise.Tidy;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Reads fields from the texts above a table. */
final class Titles {

  private Titles() {}

  /** What the first fitting cell says; null: none fits. */
  static @Nullable String find(Title title, Header header) {
    for (Caption caption : header.captions()) {
      Matcher matcher = title.pattern().matcher(caption.text());
      if (matcher.find()) {
        String part = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
        if (part != null && !part.isBlank()) {
          return Tidy.word(part);
        }
      }
    }
    return null;
  }
}
