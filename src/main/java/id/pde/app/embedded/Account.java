package id.pde.app.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One line of {@code /etc/passwd}. */
record Account(String name, int user, int group) {

  private static final Account NOBODY = new Account("nobody", 65534, 65534);

  static List<Account> all() throws IOException {
    Path file = Path.of("/etc/passwd");
    if (!Files.isReadable(file)) {
      return List.of();
    }
    List<Account> accounts = new ArrayList<>();
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    for (String line : text.split("\n", -1)) {
      parse(line).ifPresent(accounts::add);
    }
    return List.copyOf(accounts);
  }

  /** An account that is not root: the one meant for PostgreSQL if there is one, else nobody. */
  static Account plain(List<Account> accounts) {
    return named(accounts, "postgres")
        .or(() -> named(accounts, "nobody"))
        .or(() -> accounts.stream().filter(account -> account.user() != 0).findFirst())
        .orElse(NOBODY);
  }

  private static Optional<Account> named(List<Account> accounts, String name) {
    return accounts.stream()
        .filter(account -> account.name().equals(name) && account.user() != 0)
        .findFirst();
  }

  private static Optional<Account> parse(String line) {
    String[] parts = line.split(":", -1);
    if (parts.length < 4 || !Stream.of(parts[2], parts[3]).allMatch(Account::isNumber)) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(parts[0], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,9}");
  }
}
