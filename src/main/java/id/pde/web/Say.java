package id.pde.web;

import id.pde.mapping.ColumnType;
import id.pde.model.Language;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.RunSentence;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.expect.Board;
import id.pde.schedule.keep.FireReasons;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, moments and words as one reader reads them; templates know it as {@code say}. */
public final class Say {

  /** The zone of the console. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private final Language language;
  private final Instant now;

  public Say(Language language, Instant now) {
    this.language = language;
    this.now = now;
  }

  public Language language() {
    return language;
  }

  /** {@code id} or {@code en}. */
  public String code() {
    return language.name().toLowerCase(Locale.ROOT);
  }

  public Locale locale() {
    return language == Language.ID ? INDONESIAN : Locale.ENGLISH;
  }

  public String of(@Nullable Text text) {
    return text == null ? "" : text.in(language);
  }

  /** What came of a run, without the command that a terminal would be told. */
  public String ended(@Nullable Text text) {
    return text == null ? "" : of(RunSentence.withoutCommand(text));
  }

  /** 1.234.567 or 1,234,567. */
  public String number(long number) {
    String grouped = String.format(Locale.ROOT, "%,d", number);
    return language == Language.ID ? grouped.replace(',', '.') : grouped;
  }

  /** A number with the decimals it has; a dash for none. */
  public String amount(@Nullable BigDecimal number) {
    return number == null ? "-" : decimal(number, Math.max(0, number.scale()));
  }

  /** 1.234,50 or 1,234.50. */
  public String decimal(BigDecimal number, int decimals) {
    String grouped =
        String.format(
            Locale.ROOT, "%,." + decimals + "f", number.setScale(decimals, RoundingMode.HALF_UP));
    return language == Language.ID
        ? grouped.replace(',', ' ').replace('.', ',').replace(' ', '.')
        : grouped;
  }

  /** 17.05 WIB. */
  public String clock(Instant instant) {
    String pattern = language == Language.ID ? "HH.mm" : "HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale()).withZone(ZONE).format(instant) + " WIB";
  }

  /** 29 November 2026, 17.05 WIB. */
  public String time(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    String pattern = language == Language.ID ? "d MMM yyyy, HH.mm" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale()).withZone(ZONE).format(instant) + " WIB";
  }

  /** With the offset, for programs and for the title of a moment. */
  public String iso(@Nullable Instant instant) {
    return instant == null
        ? ""
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZONE));
  }

  public String day(@Nullable LocalDate day) {
    return day == null ? "" : DateTimeFormatter.ofPattern("d MMM yyyy", locale()).format(day);
  }

  /** A moment by the clock of a zone; the zone is told beside it. */
  public String moment(@Nullable Instant instant, ZoneId zone) {
    if (instant == null) {
      return "";
    }
    String pattern = language == Language.ID ? "d MMM yyyy, HH.mm" : "d MMM yyyy, HH:mm";
    return DateTimeFormatter.ofPattern(pattern, locale()).withZone(zone).format(instant);
  }

  /** The day of a moment by the clock of a zone. */
  public LocalDate dayOf(Instant instant, ZoneId zone) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** November 2026. */
  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM yyyy", locale()).format(month);
  }

  /** Why a fire waits or was left out; empty: there is nothing to say. */
  public Text reason(PastFire fire) {
    return FireReasons.of(fire);
  }

  /** A kind of column as people read it. */
  public String type(ColumnType type) {
    String code = type.codeList();
    String name = type.getClass().getSimpleName().replace("Type", "").toLowerCase(Locale.ROOT);
    return code == null || !name.equals("code") ? name : name + "(" + code + ")";
  }

  /** Monday ... */
  public String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale());
  }

  /** How long ago, or in how long: one or two units. */
  public String ago(@Nullable Instant instant) {
    if (instant == null) {
      return "";
    }
    Duration since = Duration.between(instant, now);
    if (since.isNegative()) {
      String span = span(since.negated());
      return of(new Text(span + " lagi", "in " + span));
    }
    if (since.toMinutes() < 1) {
      return of(new Text("baru saja", "just now"));
    }
    String span = span(since);
    return of(new Text(span + " yang lalu", span + " ago"));
  }

  /** 3 h 12 min; 4 days. */
  public String span(Duration span) {
    long days = span.toDays();
    if (days >= 2) {
      return number(days) + " " + of(new Text("hari", "days"));
    }
    long hours = span.toHours();
    if (hours >= 1) {
      long minutes = span.toMinutes() % 60;
      String rest = minutes == 0 ? "" : " " + minutes + " " + of(new Text("mnt", "min"));
      return hours + " " + of(new Text("jam", "h")) + rest;
    }
    long minutes = Math.max(1, span.toMinutes());
    return minutes + " " + of(new Text("menit", "min"));
  }

  /** 0.4 s; 2 min 5 s. */
  public String took(Duration took) {
    String second = of(new Text("dtk", "s"));
    if (took.toSeconds() < 60) {
      String shown = String.format(Locale.ROOT, "%.1f", took.toMillis() / 1000.0);
      return (language == Language.ID ? shown.replace('.', ',') : shown) + " " + second;
    }
    return took.toMinutes()
        + " "
        + of(new Text("mnt", "min"))
        + " "
        + took.toSecondsPart()
        + " "
        + second;
  }

  /** 12 KB; 3,4 MB. */
  public String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double left = bytes;
    String[] units = {"KB", "MB", "GB", "TB"};
    int unit = -1;
    while (left >= 1000 && unit < units.length - 1) {
      left /= 1000;
      unit++;
    }
    String shown = String.format(Locale.ROOT, left < 10 ? "%.1f" : "%.0f", left);
    return (language == Language.ID ? shown.replace('.', ',') : shown) + " " + units[unit];
  }

  /** An outcome in words; its code is for scripts. */
  public String outcome(RunOutcome outcome) {
    return of(
        switch (outcome) {
          case LOADED -> new Text("dimuat", "loaded");
          case LOADED_WITH_REJECTS -> new Text("dimuat, ada yang ditolak", "loaded with rejects");
          case WAITING -> new Text("menunggu", "waiting");
          case REFUSED -> new Text("dikembalikan", "refused");
          case FAILED -> new Text("gagal", "failed");
          case DUPLICATE -> new Text("duplikat", "duplicate");
        });
  }

  /** The colour of what became of a period. */
  public String tone(Board.State state) {
    return switch (state) {
      case LATE, RETURNED -> "bad";
      case DUE_SOON, RECEIVED -> "warn";
      case ACCEPTED -> "good";
      case PENDING, NOT_EXPECTED -> "calm";
    };
  }

  /** The colour of an outcome, as a class of the style sheet; words always stand beside it. */
  public String tone(RunOutcome outcome) {
    return switch (outcome) {
      case LOADED -> "good";
      case LOADED_WITH_REJECTS, WAITING -> "warn";
      case REFUSED, FAILED -> "bad";
      case DUPLICATE -> "calm";
    };
  }
}
