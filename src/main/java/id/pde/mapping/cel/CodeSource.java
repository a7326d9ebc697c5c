package id.pde.mapping.cel;

import org.jspecify.annotations.Nullable;

/** What code lists say, for the time that the record at hand speaks of. */
public interface CodeSource {

  /** Of a mapping that is only checked. */
  CodeSource NONE =
      new CodeSource() {
        @Override
        public @Nullable String name(String list, String code) {
          return null;
        }

        @Override
        public @Nullable String parent(String list, String code) {
          return null;
        }

        @Override
        public boolean contains(String list, String code) {
          return false;
        }
      };

  /** The name of a code; null: the list does not have it. */
  @Nullable String name(String list, String code);

  /** The code above a code; null: there is none. */
  @Nullable String parent(String list, String code);

  /** Whether the list has the code. */
  boolean contains(String list, String code);
}
