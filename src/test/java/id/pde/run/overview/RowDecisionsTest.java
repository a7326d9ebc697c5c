package id.pde.run.overview;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.Approving.Person;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.RowDecisions.Answer;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import id.pde.run.overview.RowMarks.Decided;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is told whose decision over waiting rows is not kept. */
class RowDecisionsTest {

  private static final Chosen ONE = new Chosen.Rows(List.of(new RowMarks.Key(3, 7)));

  /** Answers as if nothing else were wrong. */
  private record Marks(Decided decided) implements RowMarks {
    @Override
    public Decided decide(Act act, Chosen chosen, Person person) {
      return decided;
    }

    @Override
    public long count(Facets which) {
      return 0;
    }
  }

  private static String code(Decided decided, Chosen chosen, String why) {
    Answer answer =
        new RowDecisions(new Marks(decided)).decide(Act.IGNORE, chosen, new Person("ana", why));
    return answer instanceof Answer.Refused refused
        ? refused.code() + (refused.conflicts() ? " later" : "")
        : "done";
  }

  private static Decided kept() {
    return new Decided.Kept(1, List.of(3L));
  }

  @Test
  void noRowIsNoDecisionAndTooManyAreNamedByWhatTheyShare() {
    List<RowMarks.Key> many =
        LongStream.rangeClosed(0, RowMarks.MOST).mapToObj(row -> new RowMarks.Key(3, row)).toList();

    assertThat(code(kept(), ONE, "wafat")).isEqualTo("done");
    assertThat(code(kept(), new Chosen.Rows(List.of()), "wafat")).isEqualTo("quarantine.none");
    assertThat(code(kept(), new Chosen.Rows(many), "wafat")).isEqualTo("quarantine.many");
    assertThat(code(kept(), new Chosen.Rows(many.subList(0, RowMarks.MOST)), "wafat"))
        .isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\0"})
  void aReasonIsNeeded(String why) {
    assertThat(code(kept(), ONE, why)).isEqualTo("quarantine.reason");
  }

  @Test
  void aReasonHasAnEnd() {
    assertThat(code(kept(), ONE, "x".repeat(RowMarks.LONGEST))).isEqualTo("done");
    assertThat(code(kept(), ONE, "x".repeat(RowMarks.LONGEST + 1))).isEqualTo("quarantine.reason");
  }

  @Test
  void rowsThatARunReadsAgainAreDecidedLater() {
    assertThat(code(new Decided.Busy(12L), ONE, "wafat")).isEqualTo("quarantine.reading later");
    assertThat(code(new Decided.Busy(null), ONE, "wafat")).isEqualTo("quarantine.reading later");
  }
}
