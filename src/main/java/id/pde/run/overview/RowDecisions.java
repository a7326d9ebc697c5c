package id.pde.run.overview;

import id.pde.model.Text;
import id.pde.run.Approving.Person;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import id.pde.run.overview.RowMarks.Decided;
import id.pde.run.overview.RowMarks.Now;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Decisions over waiting rows as people ask for them, and what they are told. */
public final class RowDecisions {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Jakarta"));

  private final RowMarks marks;

  public RowDecisions(RowMarks marks) {
    this.marks = marks;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** So many rows of these runs are decided over. */
    record Done(long rows, List<Long> runs, Text message) implements Answer {
      public Done {
        runs = List.copyOf(runs);
      }
    }

    /**
     * Nothing was done.
     *
     * @param code {@code quarantine.reason}, {@code quarantine.none}, {@code quarantine.many},
     *     {@code quarantine.changed} or {@code quarantine.reading}
     */
    record Refused(String code, Text message, Text fix) implements Answer {
      /** Whether the same request is right as soon as the city is otherwise. */
      public boolean conflicts() {
        return code.equals("quarantine.changed") || code.equals("quarantine.reading");
      }
    }
  }

  /** Decides over all that are chosen, or over none. */
  public Answer decide(Act act, Chosen chosen, Person person) {
    String reason = act == Act.IGNORE ? person.reason().replace('\0', ' ').strip() : "";
    if (act == Act.IGNORE && (reason.isEmpty() || reason.length() > RowMarks.LONGEST)) {
      return new Answer.Refused(
          "quarantine.reason",
          new Text(
              "Alasan wajib, paling panjang " + RowMarks.LONGEST + " huruf; tidak ada yang diubah",
              "A reason is needed, of at most "
                  + RowMarks.LONGEST
                  + " characters; nothing was changed"),
          new Text(
              "tulis singkat mengapa baris ini tidak akan diperbaiki, tanpa data pribadi",
              "write in short why these rows will not be put right, without personal data"));
    }
    if (chosen instanceof Chosen.Rows rows && rows.keys().isEmpty()) {
      return new Answer.Refused(
          "quarantine.none",
          new Text(
              "Tidak ada baris yang dipilih; tidak ada yang diubah",
              "No row is chosen; nothing was changed"),
          new Text("pilih baris, atau semua yang cocok", "choose rows, or all that match"));
    }
    if (chosen instanceof Chosen.Rows rows && rows.keys().size() > RowMarks.MOST) {
      return new Answer.Refused(
          "quarantine.many",
          new Text(
              "Terlalu banyak baris disebut satu per satu; paling banyak " + RowMarks.MOST,
              "Too many rows are named one by one; the most is " + RowMarks.MOST),
          new Text("pilih semua yang cocok", "choose all that match"));
    }
    Decided decided = marks.decide(act, chosen, new Person(person.name(), reason));
    if (decided instanceof Decided.Kept kept) {
      return new Answer.Done(kept.rows(), kept.runs(), done(act, kept.rows()));
    }
    return decided instanceof Decided.Changed changed
        ? changed(now(act, chosen, changed))
        : reading(who((Decided.Busy) decided));
  }

  private static Answer.Refused changed(Text now) {
    return new Answer.Refused(
        "quarantine.changed",
        new Text(
            "Barisnya bukan lagi yang dilihat; tidak ada yang diubah: " + now.id(),
            "The rows are not what was seen; nothing was changed: " + now.en()),
        new Text("lihat barisnya lagi, lalu putuskan", "look at the rows again, then decide"));
  }

  private static Answer.Refused reading(Text who) {
    return new Answer.Refused(
        "quarantine.reading",
        new Text(who.id() + "; tidak ada yang diubah", who.en() + "; nothing was changed"),
        new Text("ulangi setelah selesai", "repeat it when that is done"));
  }

  private static Text done(Act act, long rows) {
    String en = rows == 1 ? "1 row is " : rows + " rows are ";
    return switch (act) {
      case IGNORE -> new Text(rows + " baris diabaikan", en + "ignored now");
      case REOPEN -> new Text(rows + " baris dibuka lagi", en + "open again");
    };
  }

  private static Text who(Decided.Busy busy) {
    Long run = busy.run();
    return run == null
        ? new Text(
            "Orang atau run lain sedang memutuskan baris",
            "Somebody else, or a run, decides over rows at this moment")
        : new Text(
            "Baris run " + run + " sedang dibaca lagi",
            "The rows of run " + run + " are being read again");
  }

  private static Text now(Act act, Chosen chosen, Decided.Changed changed) {
    if (chosen instanceof Chosen.Matching) {
      return new Text(
          "sekarang %d baris cocok, bukan %d".formatted(changed.found(), changed.wanted()),
          "now %d rows match, not %d".formatted(changed.found(), changed.wanted()));
    }
    long other = changed.wanted() - changed.found();
    String id = act == Act.IGNORE ? "tidak terbuka lagi" : "tidak diabaikan lagi";
    String en = act == Act.IGNORE ? "not open any more" : "not ignored any more";
    return new Text(
        "%d dari %d baris %s. %s"
            .formatted(other, changed.wanted(), id, told(changed.now(), Told.ID)),
        "%d of %d rows are %s. %s"
            .formatted(other, changed.wanted(), en, told(changed.now(), Told.EN)));
  }

  private static String told(List<Now> now, Told told) {
    return now.stream().limit(3).map(told::of).collect(Collectors.joining("; "));
  }

  private enum Told {
    ID("terbuka", "diabaikan oleh %s pada %s: %s", "tidak ada") {
      @Override
      String settled(RowState state, long by) {
        return switch (state) {
          case FIXED -> "dibaca lagi oleh run " + by;
          case SUPERSEDED -> "digantikan oleh run " + by;
          case UNDONE -> "run-nya dibatalkan oleh run " + by;
          case OPEN, IGNORED -> "";
        };
      }
    },
    EN("open", "ignored by %s at %s: %s", "not there") {
      @Override
      String settled(RowState state, long by) {
        return switch (state) {
          case FIXED -> "read again by run " + by;
          case SUPERSEDED -> "superseded by run " + by;
          case UNDONE -> "its run was undone by run " + by;
          case OPEN, IGNORED -> "";
        };
      }
    };

    private final String open;
    private final String aside;
    private final String none;

    Told(String open, String aside, String none) {
      this.open = open;
      this.aside = aside;
      this.none = none;
    }

    abstract String settled(RowState state, long by);

    String of(Now now) {
      String place = now.place().isEmpty() ? Long.toString(now.key().ordinal()) : now.place();
      return "Run " + now.key().run() + ", " + place + ": " + state(now);
    }

    private String state(Now now) {
      RowState state = now.state();
      if (state == null) {
        return none;
      }
      Long by = now.settledBy();
      SetAside of = now.aside();
      if (by != null) {
        return settled(state, by);
      }
      return of == null ? open : aside.formatted(of.who(), TIME.format(of.at()), of.why());
    }
  }
}
