package id.pde.route;

import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.Claim;
import id.pde.run.Delivery;
import id.pde.run.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A road that keeps what it gets, as text. */
final class FakeRoad implements Road {

  final List<String> loaded = new ArrayList<>();
  final ConcurrentLinkedQueue<Claim> waiting = new ConcurrentLinkedQueue<>();
  final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

  @Override
  public synchronized List<RunReport> load(Brought brought, Target target) {
    String period = target.period() == null ? "" : " " + target.period().text();
    List<String> rows = new ArrayList<>();
    String what = read(brought, rows);
    loaded.add(target.mapping() + period + ": " + what);
    return List.of(report(target, Math.max(1, rows.size())));
  }

  @Override
  public void look(String agency, Consumer<Claim> taker) {
    for (Claim next = waiting.poll(); next != null; next = waiting.poll()) {
      taker.accept(next);
      answers.add(agency + " " + next.name());
    }
  }

  private static String read(Brought brought, List<String> rows) {
    try {
      if (brought instanceof Brought.Claimed claimed) {
        return "claim " + claimed.claim().name();
      }
      if (brought instanceof Brought.OfFile file) {
        return "file " + file.name() + " " + Files.readString(file.file());
      }
      if (brought instanceof Brought.OfBytes bytes) {
        return "bytes "
            + bytes.name()
            + " "
            + new String(bytes.bytes().readAllBytes(), StandardCharsets.UTF_8);
      }
      Brought.OfRows all = (Brought.OfRows) brought;
      all.rows().forEachRemaining(row -> rows.add(row.toString()));
      return "rows " + all.name() + " " + (rows.size() > 5 ? rows.size() : rows);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static RunReport report(Target target, long rows) {
    return new RunReport(
        7,
        RunOutcome.LOADED_WITH_REJECTS,
        null,
        target.mapping(),
        "",
        "dkupp",
        "harga",
        new RunReport.SourceFile("x", "", 0, Delivery.Form.ROWS, null),
        null,
        new Counts(rows, rows, 0, 0, rows, 0, 0, 0, 0),
        Map.of(),
        List.of(),
        List.of(),
        new Text("selesai", "done"),
        Instant.EPOCH,
        Instant.EPOCH,
        false,
        null,
        true,
        List.of(),
        List.of(),
        RunReport.Undo.NONE);
  }
}
