package id.pde.app.demo;

import id.pde.app.demo.DamageHunt.Result;

/** What is kept of a hunt: places and kinds of values, never the values. */
final class DamageReport {

  private DamageReport() {}

  static String of(String delivery, int checks, Result result) {
    StringBuilder text =
        new StringBuilder(
            "%s: %d checks, %d damaged copies (%d refused), %d failed, %d never%n"
                .formatted(
                    delivery,
                    checks,
                    result.tries(),
                    result.refused(),
                    result.failed().size(),
                    result.never().size()));
    result
        .failed()
        .forEach(
            (line, damage) ->
                text.append("  ").append(name(line)).append(" | ").append(damage.shown()).append('\n'));
    result.never().forEach(line -> text.append("  NEVER ").append(name(line)).append('\n'));
    return text.toString();
  }

  private static String name(ExpectedLine line) {
    return line.sheet().isEmpty() ? line.key() : line.sheet() + ": " + line.key();
  }
}
