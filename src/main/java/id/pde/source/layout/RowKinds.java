package id.pde.source.layout;

import id.pde.mapping.TableForm.Kinds;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first field says of a row: head, data or tail. A file whose tail does not come was cut
 * off, one that goes on behind it was put together of two; neither may be loaded.
 */
final class RowKinds {

  /** What a row is. */
  enum Kind {
    /** The first record of the file, which is about it. */
    HEAD,
    /** The last one. */
    TAIL,
    DATA,
    /** None of those that the mapping names. */
    OTHER
  }

  private final Kinds kinds;
  private final GridPlace place;
  private boolean data;
  private long head;
  private long tail;

  RowKinds(Kinds kinds, GridPlace place) {
    this.kinds = kinds;
    this.place = place;
  }

  Kind see(GridRow row) {
    String first = Tidy.line(row.text(0));
    if (finds(kinds.head(), first)) {
      if (data || tail > 0 || head > 0) {
        throw joined(row, head);
      }
      head = row.number();
      return Kind.HEAD;
    }
    if (finds(kinds.tail(), first)) {
      if (tail > 0) {
        throw joined(row, tail);
      }
      tail = row.number();
      return Kind.TAIL;
    }
    if (!finds(kinds.data(), first)) {
      return Kind.OTHER;
    }
    if (tail > 0) {
      throw joined(row, tail);
    }
    data = true;
    return Kind.DATA;
  }

  private static boolean finds(@Nullable Pattern pattern, String text) {
    return pattern != null && pattern.matcher(text).find();
  }

  /** Why a row of no kind cannot be taken. */
  List<Issue> issues(GridRow row) {
    return List.of(
        Issue.of(
            "row.kind",
            Severity.REJECT,
            place.row(row.number()),
            new Advice(
                "source.kinds",
                new Text(
                    "Isian pertama baris ini tidak cocok dengan pola data "
                        + shown(kinds.data())
                        + ".",
                    "The first field of this row does not match the pattern of data "
                        + shown(kinds.data())
                        + "."),
                new Text(
                    "Perbaiki baris ini di sumbernya, atau ubah kinds di pemetaan.",
                    "Correct this row at its source, or change kinds in the mapping."))));
  }

  private RuntimeException joined(GridRow row, long before) {
    String where = before > 0 ? place.row(before).shown() : place.delivery();
    return refusal(
        "kinds.joined",
        place.row(row.number()),
        new Text(
            "Berkas berlanjut setelah catatan awal atau akhirnya ("
                + where
                + "): tampak seperti dua berkas yang digabung.",
            "The file goes on after its head or tail record ("
                + where
                + "): it looks like two files put together."),
        new Text(
            "Kirim tiap berkas sendiri, seperti yang dibuat programnya.",
            "Send each file on its own, as its program made it."));
  }

  /** Ends the table. */
  void end() {
    Pattern pattern = kinds.tail();
    if (pattern == null || tail > 0) {
      return;
    }
    throw refusal(
        "kinds.cut",
        place.whole(),
        new Text(
            "Catatan akhir " + shown(pattern) + " tidak ada: berkas terpotong.",
            "The tail record " + shown(pattern) + " is not there: the file was cut off."),
        new Text(
            "Ambil lagi berkas yang utuh dari pengirimnya, lalu kirim ulang.",
            "Get the whole file from its sender and send it again."));
  }

  private static RuntimeException refusal(String code, Location where, Text message, Text fix) {
    return Faults.unreadable(code, where, new Advice("source.kinds", message, fix), null);
  }

  private static String shown(Pattern pattern) {
    return "/" + pattern.pattern() + "/";
  }
}
