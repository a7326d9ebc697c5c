package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Words for rows whose key is taken. */
final class KeyIssues {

  private final Mapping mapping;
  private final String key;

  KeyIssues(Mapping mapping) {
    this.mapping = mapping;
    this.key = String.join(", ", mapping.target().key());
  }

  /**
   * Another row of the delivery has the same key.
   *
   * @param other ordinal of that row
   * @param place of that row where it is known
   */
  Issue repeated(Row row, long other, @Nullable Location place) {
    String newest = mapping.target().terms().newest();
    String policy =
        newest == null
            ? mapping.target().repeated().name().toLowerCase(Locale.ROOT)
            : "newest(" + newest + ")";
    String rule = "target: {key: [" + key + "], repeated: " + policy + "} of " + mapping.id();
    Text there =
        place == null
            ? new Text("baris data ke-" + Numbers.id(other), "data row " + Numbers.en(other))
            : Text.same(place.shown());
    Text message =
        new Text(
            "kunci (" + key + ") baris ini sama dengan kunci di " + there.id(),
            "the key (" + key + ") of this row is also the key of " + there.en());
    return issue("key.repeated", row, new Issue.Advice(rule, message, fixRepeated()));
  }

  /** The table has this key already, and the mapping only appends. */
  Issue exists(Row row) {
    String table = mapping.target().table();
    Text message =
        new Text(
            "kunci (" + key + ") baris ini sudah ada di tabel " + table,
            "the key (" + key + ") of this row is already in table " + table);
    Text fix =
        new Text(
            "hapus baris ini atau perbaiki kuncinya; bila baris ini memang perubahan data, mapping"
                + " perlu `load: merge`",
            "remove this row or correct its key; if it is meant as a change, the mapping needs"
                + " `load: merge`");
    String rule = "target: {key: [" + key + "], load: append} of " + mapping.id();
    return issue("key.exists", row, new Issue.Advice(rule, message, fix));
  }

  /** A run that is not older loaded this key meanwhile. */
  Issue newer(Row row) {
    String table = mapping.target().table();
    Text message =
        new Text(
            "kunci ("
                + key
                + ") baris ini sudah dimuat ke tabel "
                + table
                + " oleh kiriman yang sama"
                + " atau yang lebih baru",
            "the key ("
                + key
                + ") of this row was loaded into table "
                + table
                + " by the same or a"
                + " later delivery");
    Text fix =
        new Text(
            "bila isi baris ini yang benar, minta dinas mengirimnya lagi",
            "if this row is the right one, have the agency send it again");
    return issue("key.newer", row, new Issue.Advice("pde replay --rejects", message, fix));
  }

  /** The table has this key from a later period. */
  Issue late(Row row) {
    String table = mapping.target().table();
    Issue told =
        issue(
            "period.late",
            row,
            new Issue.Advice(
                "target: {key: [" + key + "], load: merge} of " + mapping.id(),
                new Text(
                    "tabel "
                        + table
                        + " sudah berisi baris dengan kunci ("
                        + key
                        + ") ini dari"
                        + " periode sesudahnya; baris ini tidak dipakai",
                    "table "
                        + table
                        + " holds the row of this key ("
                        + key
                        + ") from a later"
                        + " period; this row is not used"),
                new Text(
                    "bila baris ini yang benar, muat dengan --force; bila setiap periode disimpan,"
                        + " masukkan periodenya ke key",
                    "if this row is the right one, load it with --force; if every period is kept,"
                        + " make its period a part of the key")));
    return new Issue(
        told.code(),
        Severity.WARN,
        told.location(),
        told.column(),
        null,
        true,
        told.rule(),
        told.message(),
        told.fix());
  }

  private Text fixRepeated() {
    return switch (mapping.target().repeated()) {
      case REJECT ->
          new Text(
              "sisakan satu baris untuk kunci itu lalu kirim lagi, atau nyatakan `repeated: first`"
                  + " atau `repeated: last` di mapping",
              "keep one row for that key and send again, or declare `repeated: first` or `repeated:"
                  + " last` in the mapping");
      case FIRST ->
          new Text(
              "baris pertama yang dipakai; bila itu salah, hapus baris yang keliru lalu kirim lagi",
              "the first row counts; if that is wrong, remove the mistaken row and send again");
      case NEWEST ->
          new Text(
              "baris terbaru menurut "
                  + mapping.target().terms().newest()
                  + " yang dipakai, bila hanya satu; bila itu salah, hapus baris yang keliru lalu"
                  + " kirim lagi",
              "the row that is newest by "
                  + mapping.target().terms().newest()
                  + " counts, if there is but one; if that is wrong, remove the mistaken row and"
                  + " send again");
      case ELSE ->
          new Text(
              "baris-baris itu juga tidak terbedakan oleh else; sisakan satu lalu kirim lagi",
              "the rows cannot be told apart by else either; keep one and send again");
      case LAST ->
          new Text(
              "baris terakhir yang dipakai; bila itu salah, hapus baris yang keliru lalu kirim"
                  + " lagi",
              "the last row counts; if that is wrong, remove the mistaken row and send again");
    };
  }

  private Issue issue(String code, Row row, Issue.Advice advice) {
    List<String> columns = mapping.target().key();
    String column = columns.size() == 1 ? columns.get(0) : null;
    return new Issue(
        code,
        Severity.REJECT,
        row.location(-1),
        column,
        null,
        true,
        advice.rule(),
        advice.message(),
        advice.fix());
  }
}
