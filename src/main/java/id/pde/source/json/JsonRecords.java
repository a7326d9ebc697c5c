package id.pde.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Header.Origin;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.io.IOException;

/** Walks over the records of one table. */
final class JsonRecords {

  private final JsonFile file;
  private final JsonTable table;

  JsonRecords(JsonFile file, JsonTable table) {
    this.file = file;
    this.table = table;
  }

  /** Takes records. */
  interface RecordTaker {
    /**
     * The parser stands at the beginning of the object, and has to be left at its end.
     *
     * @param number from 1; of a line where records stand on lines
     */
    void record(long number, JsonParser json) throws IOException;
  }

  /** Shows every record; the whole file is parsed. */
  void each(RecordTaker taker) throws IOException {
    file.walk(
        json -> {
          if (table.origin() == Origin.JSON_LINES) {
            lines(json, taker);
            return table;
          }
          json.nextToken();
          enter(json, 0, taker);
          if (json.nextToken() != null) {
            throw new JsonFaults(file.whole(), file.limits()).trailing(json.currentTokenLocation());
          }
          return table;
        });
  }

  private void lines(JsonParser json, RecordTaker taker) throws IOException {
    while (json.nextToken() != null) {
      long line = json.currentTokenLocation().getLineNr();
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw noRecord(Location.JsonPath.line(line, null));
      }
      taker.record(line, json);
    }
  }

  private void enter(JsonParser json, int depth, RecordTaker taker) throws IOException {
    if (depth == table.steps().size()) {
      array(json, taker);
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean isStep = json.currentName().equals(table.steps().get(depth));
      json.nextToken();
      if (isStep) {
        enter(json, depth + 1, taker);
      } else {
        json.skipChildren();
      }
    }
  }

  private void array(JsonParser json, RecordTaker taker) throws IOException {
    for (long number = 1; json.nextToken() != JsonToken.END_ARRAY; number++) {
      Location where = Location.JsonPath.element(table.path(), number, null);
      if (number > file.limits().rows()) {
        throw Faults.limit(
            "limit.rows",
            where,
            new Text(
                "Larik ini memuat lebih dari " + file.limits().rows() + " rekaman.",
                "This array holds more than " + file.limits().rows() + " records."),
            null);
      }
      if (json.currentToken() == JsonToken.START_OBJECT) {
        taker.record(number, json);
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        throw noRecord(where);
      }
    }
  }

  private static SourceUnreadable noRecord(Location where) {
    return Faults.unreadable(
        "json.record",
        where,
        new Advice(
            "source.records",
            new Text(
                "Di sini tidak ada objek JSON ({...}), padahal setiap rekaman harus objek.",
                "There is no JSON object ({...}) here, but every record has to be one."),
            new Text(
                "Kirim larik objek, atau tulis letaknya di pemetaan, misalnya records: $.data.",
                "Send an array of objects, or write where it is in the mapping, such as records:"
                    + " $.data.")),
        null);
  }
}
