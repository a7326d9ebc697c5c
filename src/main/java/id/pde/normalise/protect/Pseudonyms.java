package id.pde.normalise.protect;

import java.util.Optional;

/** Gives pseudonyms under the key of the deployment. Safe for use by several threads. */
public interface Pseudonyms {

  /** Without a key there are none. */
  Pseudonyms NONE =
      new Pseudonyms() {
        @Override
        public Optional<String> keyId() {
          return Optional.empty();
        }

        @Override
        public Naming naming() {
          return (kind, value) -> {
            throw new IllegalStateException(
                "a mapping with protect: hmac was let in without a key");
          };
        }
      };

  /** Which key it is; none: there is none. */
  Optional<String> keyId();

  /** For one thread. */
  Naming naming();

  /** Names values. One thread at a time. */
  @FunctionalInterface
  interface Naming {
    /**
     * The pseudonym of a value.
     *
     * @param kind what the value is: equal texts of different kinds have different pseudonyms
     * @param value as normalised
     */
    String of(String kind, String value);
  }
}
