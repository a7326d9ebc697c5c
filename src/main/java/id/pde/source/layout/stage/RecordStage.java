package id.pde.source.layout.stage;

import id.pde.model.Cell;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LimitExceeded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins the rows up to the next one that fills a certain field: they are one record. */
final class RecordStage implements Stage {

  /** More rows than any form gives a person; a column of numbers that ends early gives more. */
  static final int ROWS = 1_000;

  private final Setting setting;
  private final int starts;
  private final int fields;
  private final Stage next;
  private final List<Draft> open = new ArrayList<>();
  private final Map<Integer, Lengths> lengths = new HashMap<>();

  /** How many records have so many rows, and the line of the first. */
  private record Lengths(long records, long first) {}

  /**
   * Joins records.
   *
   * @param starts the field that is filled in the first row of each
   * @param fields of the file; those behind it are the same in all rows
   */
  RecordStage(Setting setting, int starts, int fields, Stage next) {
    this.setting = setting;
    this.starts = starts;
    this.fields = fields;
    this.next = next;
  }

  @Override
  public void row(Draft draft) {
    if (draft.filled(starts)) {
      close();
    } else if (open.isEmpty()) {
      if (draft.issues().isEmpty()) {
        draft.reject(withoutStart(draft));
      }
      next.row(draft);
      return;
    }
    if (open.size() == ROWS) {
      throw limit(open.get(0));
    }
    open.add(draft);
  }

  private List<Issue> withoutStart(Draft draft) {
    String heading = setting.header().fields().get(starts).heading();
    return setting.reject(
        "record.without-start",
        setting.row(draft.line()),
        new Text(
            "baris ini tidak termasuk data mana pun: di atasnya tidak ada baris dengan "
                + heading
                + " yang terisi",
            "this row belongs to no record: no row above it fills " + heading),
        new Text(
            "isi " + heading + " di baris pertama setiap data, atau hapus baris ini",
            "fill " + heading + " in the first row of every record, or remove this row"));
  }

  private LimitExceeded limit(Draft first) {
    return new LimitExceeded(
        Issue.of(
            "limit.record",
            Severity.REFUSE,
            setting.row(first.line()),
            new Advice(
                "limit.record",
                new Text(
                    "data yang mulai di sini lebih dari " + ROWS + " baris",
                    "the record that starts here has more than " + ROWS + " rows"),
                new Text(
                    "isi kolom "
                        + setting.header().fields().get(starts).heading()
                        + " di setiap"
                        + " data, atau hapus record dari pemetaan",
                    "fill column "
                        + setting.header().fields().get(starts).heading()
                        + " in every"
                        + " record, or take record out of the mapping"))),
        null);
  }

  private void close() {
    if (open.isEmpty()) {
      return;
    }
    Draft first = open.get(0);
    lengths.merge(
        open.size(),
        new Lengths(1, first.line()),
        (before, now) -> new Lengths(before.records + 1, before.first));
    Draft record = open.size() == 1 ? first : joined();
    open.clear();
    next.row(record);
  }

  private Draft joined() {
    Draft first = open.get(0);
    boolean hidden = open.stream().anyMatch(Draft::hidden);
    List<Issue> issues = new ArrayList<>();
    open.forEach(draft -> issues.addAll(draft.issues()));
    Draft record = new Draft(first.line(), first.cells().clone(), hidden, issues);
    for (int field = 0; field < fields; field++) {
      join(record, field);
    }
    return record;
  }

  /** Typed where one row alone fills the field; else the texts, one per line. */
  private void join(Draft record, int field) {
    @Nullable Draft place = null;
    @Nullable StringBuilder text = null;
    for (Draft draft : open) {
      if (!draft.filled(field)) {
        continue;
      }
      Cell cell = draft.cell(field);
      if (place == null) {
        place = draft;
      } else if (Texts.failed(cell) || Texts.failed(place.cell(field))) {
        // An error among them is an error of the whole.
        place = Texts.failed(place.cell(field)) ? place : draft;
        text = null;
        break;
      } else {
        text = text == null ? new StringBuilder(place.cell(field).text()) : text;
        text.append('\n').append(cell.text());
      }
    }
    if (place != null) {
      record.put(
          field,
          text == null ? place.cell(field) : new Cell.Words(text.toString()),
          place.line(field));
    }
  }

  @Override
  public void gap() {
    close();
    next.gap();
  }

  @Override
  public void end() {
    close();
    noteLong();
    next.end();
  }

  /** A row that belongs to nothing joins the record above it: it makes that one longer. */
  private void noteLong() {
    int usual = 0;
    long most = 0;
    for (Map.Entry<Integer, Lengths> entry : lengths.entrySet()) {
      if (entry.getValue().records > most) {
        usual = entry.getKey();
        most = entry.getValue().records;
      }
    }
    long records = 0;
    long first = Long.MAX_VALUE;
    for (Map.Entry<Integer, Lengths> entry : lengths.entrySet()) {
      if (entry.getKey() > usual) {
        records += entry.getValue().records;
        first = Math.min(first, entry.getValue().first);
      }
    }
    if (records == 0) {
      return;
    }
    setting.note(
        "record.long",
        setting.row(first),
        new Text(
            records + " data memakai lebih dari " + usual + " baris, tidak seperti yang lain.",
            records + " records take more than " + usual + " rows, unlike the others."),
        new Text(
            "Periksa apakah baris di bawahnya memang bagian dari data itu.",
            "Check that the rows below do belong to the record."));
  }
}
