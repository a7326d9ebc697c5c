package id.pde.web.studio;

import id.pde.run.RunListener;
import id.pde.web.work.Work;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is worked out of samples: in the background where it takes longer than a page may, and once
 * for the same question. Safe for use by many threads.
 */
public final class SampleAnswers {

  private static final int KEPT = 60;
  private static final Duration MOMENT = Duration.ofMillis(2500);

  private final Works works;
  private final Map<String, Asked> asked = new LinkedHashMap<>();

  public SampleAnswers(Works works) {
    this.works = works;
  }

  /** A question that was put; its answer comes from another thread. */
  private static final class Asked {
    private volatile @Nullable Object answer;
    private volatile @Nullable UUID work;
  }

  /**
   * How far an answer is.
   *
   * @param answer null: it is not there yet, or does not come
   * @param work null: it is not known any more
   */
  public record Standing<T>(@Nullable T answer, @Nullable Work work) {

    /** Whether it is worth to come again. */
    public boolean going() {
      return answer == null && stopped() == null;
    }

    /** Why there is no answer; null: it may still come, or is there. */
    public Work.State.@Nullable Stopped stopped() {
      return answer == null && work != null && work.state() instanceof Work.State.Stopped why
          ? why
          : null;
    }
  }

  /** A question. */
  public record Question<T>(String key, Class<T> kind, Function<RunListener, T> task) {}

  /** Puts a question, or looks how far it is. */
  public <T> Standing<T> ask(Question<T> question, Wanted wanted) {
    Asked one;
    boolean begins;
    synchronized (asked) {
      Asked known = asked.get(question.key());
      begins = known == null || lost(known);
      one = begins || known == null ? new Asked() : known;
      if (begins) {
        asked.put(question.key(), one);
        forgetOld();
      }
    }
    if (begins) {
      Work work =
          works.begin(
              wanted,
              listener -> {
                one.answer = question.task().apply(listener);
                return List.of();
              },
              MOMENT);
      one.work = work.id();
    }
    return standing(one, question.kind());
  }

  /** Its end is not known any more. */
  private boolean lost(Asked known) {
    UUID work = known.work;
    return known.answer == null && work != null && works.find(work).isEmpty();
  }

  private void forgetOld() {
    while (asked.size() > KEPT) {
      asked.remove(asked.keySet().iterator().next());
    }
  }

  /** How far a question is that was put; null: it was not, or is forgotten. */
  public <T> @Nullable Standing<T> look(String key, Class<T> kind) {
    Asked one;
    synchronized (asked) {
      one = asked.get(key);
    }
    return one == null ? null : standing(one, kind);
  }

  private <T> Standing<T> standing(Asked one, Class<T> kind) {
    Object answer = one.answer;
    UUID id = one.work;
    Work work = id == null ? null : works.find(id).orElse(null);
    return new Standing<>(answer == null ? null : kind.cast(answer), work);
  }

  /** The next one who asks gets a new answer. */
  public void forget(String start) {
    synchronized (asked) {
      asked.keySet().removeIf(key -> key.startsWith(start));
    }
  }
}
