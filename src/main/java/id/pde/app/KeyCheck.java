package id.pde.app;

import id.pde.app.KeyFile.Look;
import id.pde.cli.Engine.Finding;
import id.pde.cli.Engine.Finding.State;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.normalise.protect.Protection;
import id.pde.run.KeyFaults;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for the key of pseudonyms before a delivery needs it. */
final class KeyCheck {

  private static final String SUBJECT = "hmac";

  private KeyCheck() {}

  /** What doctor says of it; none: no mapping needs a key. */
  static Optional<Finding> of(Settings settings, Collection<Mapping> mappings) {
    List<String> users =
        mappings.stream().filter(Protection::needsKey).map(Mapping::id).sorted().toList();
    if (users.isEmpty()) {
      return Optional.empty();
    }
    Look look = new KeyFile(settings).look();
    if (look instanceof Look.Present present) {
      String id = present.key().id();
      return found(
          State.GOOD,
          new Text(
              "kunci nama samaran " + id + " di " + present.place(),
              "key of pseudonyms " + id + " in " + present.place()));
    }
    if (look instanceof Look.Unusable unusable) {
      return found(State.BAD, unusable(unusable));
    }
    String named = String.join(", ", users);
    return found(
        State.BAD,
        new Text(
            "kunci nama samaran tidak ada, padahal dipakai " + named + "; jalankan: pde keys new",
            "there is no key of pseudonyms, though " + named + " need it; run: pde keys new"));
  }

  /** A warning, at the first of the mappings whose loads would not start. */
  static List<Issue> warnings(Settings settings, Collection<Mapping> mappings) {
    if (new KeyFile(settings).look() instanceof Look.Present) {
      return List.of();
    }
    return mappings.stream()
        .filter(Protection::needsKey)
        .sorted(Comparator.comparing(Mapping::id))
        .limit(1)
        .map(mapping -> KeyFaults.missing(mapping, Severity.WARN))
        .toList();
  }

  private static Text unusable(Look.Unusable look) {
    return switch (look.why()) {
      case EXPOSED ->
          new Text(
              look.place() + " dapat dibaca orang lain; jalankan chmod 600 di PDE_HOME",
              "others can read " + look.place() + "; run chmod 600 on it in PDE_HOME");
      case NO_KEY ->
          new Text(
              look.place() + " bukan kunci: perlu 32 byte acak atau lebih, hex atau base64",
              look.place() + " is no key: it takes 32 random bytes or more, in hex or base64");
    };
  }

  private static Optional<Finding> found(State state, Text text) {
    return Optional.of(new Finding(state, SUBJECT, text));
  }
}
