package id.pde.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessesTest {

  private Instant now = Instant.parse("2026-11-29T00:00:00Z");
  private final Guesses guesses = new Guesses(() -> now);

  @Test
  void stopsAnAddressThatGuessedTooOften() {
    for (int i = 1; i < Guesses.MOST; i++) {
      guesses.wrong("10.0.0.1");
    }
    assertThat(guesses.tooMany("10.0.0.1")).isFalse();

    guesses.wrong("10.0.0.1");

    assertThat(guesses.tooMany("10.0.0.1")).isTrue();
    assertThat(guesses.tooMany("10.0.0.2")).isFalse();
  }

  @Test
  void letsItInAgainWhenTheTimeIsOver() {
    for (int i = 0; i < Guesses.MOST; i++) {
      guesses.wrong("10.0.0.1");
    }

    now = now.plus(Guesses.SPAN).plus(Duration.ofSeconds(1));

    assertThat(guesses.tooMany("10.0.0.1")).isFalse();
    guesses.wrong("10.0.0.1");
    assertThat(guesses.tooMany("10.0.0.1")).isFalse();
  }
}
