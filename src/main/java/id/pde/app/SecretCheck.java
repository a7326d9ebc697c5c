package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.Secrets;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks up the secrets that mappings and agencies name, before a delivery needs them. */
final class SecretCheck {

  private static final Comparator<Text> ORDER = Comparator.comparing(Text::en);

  private final Secrets secrets;

  SecretCheck(Secrets secrets) {
    this.secrets = secrets;
  }

  /** How many secrets are named, and what is wrong with which; never what they are. */
  record Result(int named, List<Text> faults) {
    Result {
      faults = List.copyOf(faults);
    }
  }

  Result look(MappingFolder folder) {
    Set<Secret> named = new LinkedHashSet<>();
    folder.mappings().values().stream()
        .flatMap(mapping -> mapping.source().password().stream())
        .forEach(named::add);
    folder.agencies().values().stream()
        .flatMap(agency -> agency.databases().values().stream())
        .flatMap(database -> Stream.of(database.user(), database.password()))
        .filter(Objects::nonNull)
        .forEach(named::add);
    return new Result(
        named.size(),
        named.stream().flatMap(one -> fault(one, secrets).stream()).sorted(ORDER).toList());
  }

  /** What is wrong with a secret; empty: it is there. */
  static Optional<Text> fault(Secret reference, Secrets secrets) {
    Secrets.Found found = secrets.find(reference);
    if (found instanceof Secrets.Found.Word) {
      return Optional.empty();
    }
    if (reference instanceof Secret.InEnvironment variable) {
      return Optional.of(
          new Text(
              "variabel " + variable.name() + " kosong; isi, lalu jalankan PDE lagi",
              "the variable " + variable.name() + " is empty; set it and start PDE again"));
    }
    String file = "secrets/" + ((Secret.InFile) reference).name();
    return Optional.of(
        found instanceof Secrets.Found.Exposed
            ? new Text(
                file + " dapat dibaca orang lain; jalankan chmod 600 di PDE_HOME",
                "others can read " + file + "; run chmod 600 on it in PDE_HOME")
            : new Text(
                file + " tidak ada atau kosong; tulis satu baris, mode 600, di PDE_HOME",
                file + " is missing or empty; write one line, mode 600, in PDE_HOME"));
  }
}
