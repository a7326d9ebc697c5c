package id.pde.run.account;

import id.pde.model.Text;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What names, passwords and rights of accounts must be like. Pure. */
public final class AccountRules {

  /** So many wrong passwords in a row lock an account. */
  public static final int FAILURES = 5;

  /** So long it stays locked. */
  public static final Duration LOCK = Duration.ofMinutes(15);

  /** Length instead of kinds of characters, as NIST SP 800-63B says (section 5.1.1.2). */
  public static final int SHORTEST = 10;

  /** bcrypt looks at no more bytes than these. */
  public static final int LONGEST_BYTES = 72;

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

  /** What is tried first by those who guess. */
  private static final Set<String> COMMON =
      Set.of(
          "1234567890",
          "password12",
          "password123",
          "administrator",
          "probolinggo",
          "kotaprobolinggo",
          "diskominfo",
          "qwertyuiop",
          "0987654321",
          "adminadmin",
          "rahasia123");

  private AccountRules() {}

  /** Why a name cannot be one; empty: it can. */
  public static Optional<Text> name(String name) {
    return NAME.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            new Text(
                "Nama masuk: huruf kecil, angka, titik, garis atau @; paling panjang 63.",
                "Login names: lower-case letters, digits, dot, dash or @; at most 63."));
  }

  /** Why a password cannot be one; empty: it can. */
  public static Optional<Text> password(String name, String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(
          new Text(
              "Kata sandi paling pendek " + SHORTEST + " huruf.",
              "A password has at least " + SHORTEST + " characters."));
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of(
          new Text(
              "Kata sandi paling panjang " + LONGEST_BYTES + " huruf.",
              "A password has at most " + LONGEST_BYTES + " characters."));
    }
    String folded = password.toLowerCase(Locale.ROOT);
    boolean easy =
        COMMON.contains(folded)
            || folded.contains(name.toLowerCase(Locale.ROOT))
            || folded.chars().distinct().count() <= 3;
    return easy
        ? Optional.of(
            new Text(
                "Kata sandi ini mudah ditebak; pakai beberapa kata yang tidak berhubungan.",
                "This password is easy to guess; use a few words that have nothing in common."))
        : Optional.empty();
  }

  /**
   * Why rights do not fit together; empty: they do.
   *
   * @param known the agencies that there are
   */
  public static Optional<Text> rights(
      Set<Role> roles, List<String> agencies, Collection<String> known) {
    if (roles.isEmpty()) {
      return Optional.of(new Text("Pilih sedikitnya satu peran.", "Choose at least one role."));
    }
    if (roles.contains(Role.AGENCY) && roles.size() > 1) {
      return Optional.of(
          new Text(
              "Peran perangkat daerah tidak dapat digabung dengan peran lain.",
              "The role agency cannot be joined with others."));
    }
    if (roles.contains(Role.AGENCY) == agencies.isEmpty()) {
      return Optional.of(
          new Text(
              "Perangkat daerah dipilih untuk peran perangkat daerah, dan hanya untuk itu.",
              "Agencies are chosen for the role agency, and only for it."));
    }
    return agencies.stream()
        .filter(agency -> !known.contains(agency))
        .findFirst()
        .map(
            agency ->
                new Text(
                    "Tidak ada perangkat daerah \"" + agency + "\" di agencies.yaml.",
                    "There is no agency \"" + agency + "\" in agencies.yaml."));
  }
}
