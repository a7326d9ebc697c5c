package id.pde.model;

/** A sentence for people, in Indonesian and in English. */
public record Text(String id, String en) {

  /** A text that is the same in both languages (a name, a code). */
  public static Text same(String text) {
    return new Text(text, text);
  }

  public String in(Language language) {
    return switch (language) {
      case ID -> id;
      case EN -> en;
    };
  }
}
