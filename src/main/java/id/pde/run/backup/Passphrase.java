package id.pde.run.backup;

import java.text.Normalizer;

/** What a backup is opened with; printed nowhere. */
public record Passphrase(String reveal) {

  /** The shortest that a new backup takes, in characters. */
  public static final int SHORTEST = 12;

  /** The same word typed on another machine may be composed of other signs. */
  public Passphrase {
    reveal = Normalizer.normalize(reveal, Normalizer.Form.NFC);
  }

  boolean isTooShort() {
    return reveal.codePointCount(0, reveal.length()) < SHORTEST;
  }

  @Override
  public String toString() {
    return "Passphrase[hidden]";
  }
}
