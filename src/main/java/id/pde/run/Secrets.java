package id.pde.run;

import id.pde.mapping.Secret;

/** Gives the secrets that references name. What it gives is for nobody to see. */
public interface Secrets {

  /** Knows none. */
  Secrets NONE = reference -> new Found.Absent();

  Found find(Secret reference);

  /** As {@link #find}, with all lines of a file: a private key has many. */
  default Found content(Secret reference) {
    return find(reference);
  }

  /** What stands behind a reference. */
  sealed interface Found {

    /** The secret. */
    record Word(String word) implements Found {
      public Word {
        if (word.isEmpty()) {
          throw new IllegalArgumentException("an empty secret is none");
        }
      }

      @Override
      public String toString() {
        return "[REDACTED]";
      }
    }

    /** Nothing, or nothing that can be read. */
    record Absent() implements Found {}

    /** A file that others than its owner may read, and therefore is not taken. */
    record Exposed() implements Found {}
  }
}
