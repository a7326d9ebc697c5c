package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.account.Acts.Act;
import id.pde.run.account.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What was done, in the words of a reader; the codes are for programs, and for narrowing. */
@Component
final class AuditWords {

  /** Every act that the console and the API note. */
  static final List<String> ACTS =
      List.of(
          "account.add",
          "account.change",
          "account.end",
          "account.link",
          "account.password",
          "answer",
          "approve",
          "code.add",
          "code.decide",
          "code.withdraw",
          "decline",
          "explain",
          "login",
          "login.failed",
          "logout",
          "mapping.add",
          "mapping.change",
          "mapping.refused",
          "mapping.restore",
          "quarantine.export",
          "quarantine.exported",
          "quarantine.ignore",
          "quarantine.load",
          "quarantine.reopen",
          "replay",
          "replay-rejects",
          "replay.rejects",
          "schedule.pause",
          "schedule.reset",
          "schedule.resume",
          "schedule.run",
          "schedule.set",
          "setup",
          "sql.ask",
          "sql.export",
          "sql.exported",
          "sql.remove",
          "sql.save",
          "sql.stop",
          "studio.open",
          "studio.remove",
          "studio.sample",
          "token.add",
          "token.revoke",
          "undo",
          "upload");

  private final MessageSource words;

  AuditWords(MessageSource words) {
    this.words = words;
  }

  /**
   * An act as it is read.
   *
   * @param words empty: only its code is known
   */
  record Line(Instant at, String who, String action, String words, String subject, String detail) {}

  Line of(Act act, Locale locale) {
    return new Line(
        act.at(),
        act.who(),
        act.action(),
        word("act." + act.action(), locale).orElse(""),
        subject(act.subject(), locale),
        isGiven(act.action()) ? act.detail() : detail(act.detail(), locale));
  }

  /** Whether the detail is a name that somebody gave. */
  private static boolean isGiven(String action) {
    return switch (action) {
      case "account.link", "sql.save", "token.add", "token.revoke" -> true;
      default -> false;
    };
  }

  /** {@code schedule harga} is "jadwal harga". */
  private String subject(String subject, Locale locale) {
    String kind = subject.replaceFirst(" .*", "");
    return word("subject." + kind, locale)
        .map(word -> word + subject.substring(kind.length()))
        .orElse(subject);
  }

  /** Only what PDE itself wrote; a reason that somebody gave comes behind a colon. */
  private String detail(String detail, Locale locale) {
    int colon = detail.indexOf(": ");
    String own = colon < 0 ? detail : detail.substring(0, colon);
    String said =
        Arrays.stream(own.split(" ", -1))
            .map(part -> part(part, locale))
            .collect(Collectors.joining(" "));
    return said + detail.substring(own.length());
  }

  private String part(String part, Locale locale) {
    String bare = part.replaceFirst("[,;]$", "");
    Language language = locale.getLanguage().equals("en") ? Language.EN : Language.ID;
    return Role.of(bare)
            .map(role -> role.title().in(language).toLowerCase(locale))
            .or(() -> bare.isEmpty() ? Optional.empty() : word("detail." + bare, locale))
            .orElse(bare)
        + part.substring(bare.length());
  }

  private Optional<String> word(String key, Locale locale) {
    return Optional.ofNullable(words.getMessage(key, null, null, locale));
  }
}
