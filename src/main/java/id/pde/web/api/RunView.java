package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.model.Counts;
import id.pde.model.Language;
import id.pde.run.overview.RunLine;
import id.pde.web.Say;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list.
 *
 * @param mapping empty: none took the delivery
 * @param waitsForDecision whether a second person has to decide it
 * @param started with the offset of Asia/Jakarta
 */
record RunView(
    long run,
    String outcome,
    String mapping,
    String agency,
    String table,
    String file,
    @Nullable String period,
    CountsView counts,
    String message,
    String started,
    String finished,
    @JsonProperty("waits_for_decision") boolean waitsForDecision,
    @Nullable Long undoes,
    @JsonProperty("undone_by") @Nullable Long undoneBy) {

  /** As {@code pde load --json} has them. */
  record CountsView(
      long read,
      long accepted,
      long rejected,
      long filtered,
      long inserted,
      long updated,
      long unchanged,
      long deleted,
      long warned) {
    static CountsView of(Counts counts) {
      return new CountsView(
          counts.read(),
          counts.accepted(),
          counts.rejected(),
          counts.filtered(),
          counts.inserted(),
          counts.updated(),
          counts.unchanged(),
          counts.deleted(),
          counts.warned());
    }
  }

  /** Of a list as CSV. */
  static final String HEADER =
      "run,outcome,mapping,agency,table,file,period,read,accepted,rejected,filtered,started,finished";

  /** As the header names them. */
  List<String> fields() {
    return List.of(
        Long.toString(run),
        outcome,
        mapping,
        agency,
        table,
        file,
        period == null ? "" : period,
        Long.toString(counts.read()),
        Long.toString(counts.accepted()),
        Long.toString(counts.rejected()),
        Long.toString(counts.filtered()),
        started,
        finished);
  }

  static RunView of(RunLine run, Language language) {
    return new RunView(
        run.run(),
        run.outcome().code(),
        run.mapping(),
        run.agency(),
        run.table(),
        run.file(),
        run.period(),
        CountsView.of(run.counts()),
        run.message().in(language),
        time(run.started()),
        time(run.finished()),
        run.undecided(),
        run.undoes(),
        run.undoneBy());
  }

  static String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Say.ZONE));
  }
}
