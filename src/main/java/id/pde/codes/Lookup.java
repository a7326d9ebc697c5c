package id.pde.codes;

import java.util.List;

/** What a list says to a {@link Question}. */
public sealed interface Lookup {

  /** One code. */
  record Found(Code code) implements Lookup {}

  /** Several codes go by it, and nothing in the question tells which is meant. */
  record Several(List<Code> codes) implements Lookup {
    public Several {
      codes = List.copyOf(codes);
    }
  }

  /** The code was not valid when the data speak. */
  record Outdated(Code code) implements Lookup {}

  /** The code lies below another parent. */
  record OtherParent(Code code) implements Lookup {}

  /** The code is of another level. */
  record OtherLevel(Code code) implements Lookup {}

  /** No code goes by it. */
  record Unknown() implements Lookup {}
}
