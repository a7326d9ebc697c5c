package id.pde.source.rows;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.RowsSpool;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of a route: a line {@code {"columns": [...]}} before the first record and whenever a
 * key is new, then one array per row. A table whose columns are all known has one such line, with
 * {@code "types": [...]}: none follows. Gzip without a time stamp, so that equal rows are equal
 * bytes.
 */
public final class RowsWriter implements RowsSpool {

  private static final int PIECE = 1 << 16;

  @Override
  public Spool open(Path file) {
    try {
      return new Writing(file);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Packs at its quickest: the level costs a pull more time than the database does. */
  private static final class QuickGzip extends GZIPOutputStream {
    QuickGzip(OutputStream file) throws IOException {
      super(file, PIECE);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  private static final class Writing implements Spool {
    private final RowBytes bytes;
    private final Location whole;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private long rows;
    private boolean lists;
    private boolean table;

    Writing(Path file) throws IOException {
      this.whole = new Location.Whole(String.valueOf(file.getFileName()));
      OutputStream packed = new QuickGzip(Files.newOutputStream(file));
      this.bytes = new RowBytes(new PackAhead(packed, PIECE));
    }

    @Override
    public void columns(List<String> names, List<String> types) {
      table = true;
      names.forEach(name -> columns.putIfAbsent(name, columns.size()));
      bytes.columns(names, types);
    }

    @Override
    public void row(RowGiver row) {
      bytes.begin();
      row.give(bytes);
      bytes.end();
      rows++;
    }

    @Override
    public void add(Map<String, ?> row) {
      if (lists || table) {
        throw mixed();
      }
      boolean isNew = rows == 0 && columns.isEmpty();
      for (String key : row.keySet()) {
        isNew |= columns.putIfAbsent(key, columns.size()) == null;
      }
      if (isNew) {
        bytes.columns(columns.keySet());
      }
      bytes.begin();
      for (String column : columns.keySet()) {
        value(row.get(column));
      }
      bytes.end();
      rows++;
    }

    @Override
    public void add(List<?> row) {
      if (!columns.isEmpty()) {
        throw mixed();
      }
      lists = true;
      bytes.begin();
      for (Object value : row) {
        value(value);
      }
      bytes.end();
      rows++;
    }

    private void value(@Nullable Object value) {
      if (!RowValues.write(bytes, value)) {
        throw refused(
            "rows.bytes",
            new Text(
                "Baris ke-" + (rows + 1) + " memuat data biner, yang tidak dapat disimpan.",
                "Row " + (rows + 1) + " holds binary content, which is not kept."),
            new Text(
                "Ambil hanya kolom teks, angka, dan tanggal di rute.",
                "Pull only columns of text, numbers and dates in the route."));
      }
    }

    private SourceUnreadable mixed() {
      return refused(
          "rows.mixed",
          new Text(
              "Rute menyerahkan rekaman dan daftar bercampur, mulai baris ke-" + (rows + 1) + ".",
              "The route hands over records and lists mixed, from row " + (rows + 1) + "."),
          new Text(
              "Serahkan semua baris dalam bentuk yang sama.",
              "Hand over all rows in the same form."));
    }

    private SourceUnreadable refused(String code, Text message, Text fix) {
      return Faults.unreadable(code, whole, new Advice(code, message, fix), null);
    }

    @Override
    public long rows() {
      return rows;
    }

    @Override
    public void close() {
      try {
        bytes.close();
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
