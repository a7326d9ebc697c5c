package id.pde.web.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.web.Say;
import id.pde.web.work.Work.State;
import id.pde.web.work.WorkEvents.Reader;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One open page that hears how far work is. Of what it was not told in time it hears only the last:
 * at most one state waits for it, and one is on its way.
 */
final class WorkListener {

  private static final JsonFactory JSON = new JsonFactory();

  /** How soon a closed page is noticed. */
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final UUID work;
  private final Reader reader;
  private final AsyncContext context;

  /** One thread at a time tells, and has what follows. */
  private final AtomicBoolean telling = new AtomicBoolean();

  private State.@Nullable Going told;
  private long beat = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();

  WorkListener(UUID work, Reader reader, AsyncContext context) {
    this.work = work;
    this.reader = reader;
    this.context = context;
  }

  UUID work() {
    return work;
  }

  boolean of(String name) {
    return reader.name().equals(name);
  }

  /** Takes it for telling; false: it is being told something, and reads slowly. */
  boolean take() {
    return telling.compareAndSet(false, true);
  }

  void release() {
    telling.set(false);
  }

  /** Tells what is new; whether there will be more to tell. Only by who has taken it. */
  boolean tell(State state) throws IOException {
    if (ended.get()) {
      return false;
    }
    if (!(state instanceof State.Going going)) {
      write("event: over\ndata: {}\n\n");
      return false;
    }
    if (!going.equals(told)) {
      State.Going before = told;
      boolean step = before != null && !before.steps().equals(going.steps());
      told = going;
      write("event: " + (step ? "step" : "rows") + "\ndata: " + json(going) + "\n\n");
    } else if (System.nanoTime() - beat > BEAT.toNanos()) {
      if (!reader.stands().getAsBoolean()) {
        return false;
      }
      write(":\n\n");
    }
    return true;
  }

  /** Waits for nobody, also where something is on its way. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      try {
        context.complete();
      } catch (IllegalStateException already) {
        // The server ended it first.
      }
    }
  }

  private void write(String text) throws IOException {
    beat = System.nanoTime();
    var out = context.getResponse().getOutputStream();
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private String json(State.Going going) throws IOException {
    Say say = reader.say();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("step", going.step() == null ? null : say.of(going.step()));
      json.writeNumberField("rows", going.rows());
      json.writeStringField("shown", say.number(going.rows()));
      Integer percent = going.percent();
      if (percent != null) {
        json.writeNumberField("percent", percent);
      }
      json.writeEndObject();
    }
    return text.toString();
  }
}
