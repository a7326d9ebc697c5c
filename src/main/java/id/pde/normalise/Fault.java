package id.pde.normalise;

import id.pde.model.Text;

/**
 * What is wrong with one value, in words that follow the value.
 *
 * @param says the end of the sentence that the value begins: {@code is not a decimal number}
 * @param detail more of that sentence that repeats part of the value; for open columns only
 */
record Fault(String code, Text says, Text detail, Text fix) {

  Fault(String code, Text says, Text fix) {
    this(code, says, Text.same(""), fix);
  }
}
