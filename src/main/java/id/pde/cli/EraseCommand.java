package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.erase.Erasing.Done;
import id.pde.run.erase.Erasing.Order;
import id.pde.run.erase.Erasing.Preview;
import id.pde.run.erase.Identity;
import id.pde.run.erase.KeySubject.Answer;
import id.pde.run.erase.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Erases a person everywhere, or a key of a table; without {@code --yes} it says what that would
 * do, and asks. It never prints a value.
 */
@Command(name = "erase")
final class EraseCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(index = "0", arity = "0..1", paramLabel = "TABLE", descriptionKey = "erase-table")
  private @Nullable String table;

  @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY", descriptionKey = "erase-key")
  private List<String> key = List.of();

  @Option(names = "--nik", paramLabel = "NIK", descriptionKey = "erase-nik")
  private @Nullable String nik;

  @Option(names = "--identifier", paramLabel = "TYPE=VALUE", descriptionKey = "erase-identifier")
  private @Nullable String identifier;

  @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "erase-reason")
  private String reason = "";

  @Option(names = "--reference", paramLabel = "TEXT", descriptionKey = "erase-reference")
  private String reference = "";

  @Option(names = "--dry-run", descriptionKey = "erase-dry-run")
  private boolean dryRun;

  @Option(names = "--lift", descriptionKey = "erase-lift")
  private boolean lift;

  @Option(names = "--yes", descriptionKey = "yes")
  private boolean yes;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  EraseCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Subject subject = subject();
    if (dryRun) {
      new ErasePrinter(console, json).print(subject, engine.erasing().preview(subject));
      return ExitCode.DONE;
    }
    if (reason.isBlank()) {
      throw new Misuse(
          new Text(
              "Sebut alasannya dengan --reason, seperti \"permohonan penghapusan, pasal 8 UU"
                  + " 27/2022\"; nomor suratnya dengan --reference.",
              "Say why with --reason, as in \"request for erasure, article 8 UU 27/2022\"; the"
                  + " number of the letter with --reference."));
    }
    if (lift) {
      return lift(subject);
    }
    if (!yes) {
      Preview preview = engine.erasing().preview(subject);
      new ErasePrinter(console, json).print(subject, preview);
      if (json || !confirmed()) {
        return ExitCode.DONE;
      }
    }
    Done done = engine.erasing().erase(subject, order());
    new ErasePrinter(console, json).print(subject, done);
    return ExitCode.DONE;
  }

  private Order order() {
    return new Order(engine.user(), reason.strip(), reference.strip());
  }

  private boolean confirmed() {
    boolean sure =
        Question.confirmed(
            console,
            new Text(
                "Hapus? Tidak dapat dibatalkan. (y/t) ", "Erase it? It cannot be undone. (y/n) "));
    if (!sure) {
      console.say(
          new Text(
              "Tidak ada yang dihapus. Untuk melakukannya: tambahkan --yes",
              "Nothing was erased. To do it: add --yes"));
    }
    return sure;
  }

  private int lift(Subject subject) {
    if (!engine.erasing().lift(subject, order())) {
      throw new NotFound(
          new Text(
              "Tidak ada penghapusan yang masih menahan data itu.",
              "There is no erasure that still keeps it out."));
    }
    console.say(
        new Text(
            "Data itu boleh dimuat lagi. Yang sudah dihapus tidak kembali sendiri.",
            "It may be loaded again. What was erased does not come back by itself."));
    return ExitCode.DONE;
  }

  private Subject subject() {
    String named = table;
    List<String> persons = new ArrayList<>();
    if (nik != null) {
      persons.add("nik=" + nik);
    }
    if (identifier != null) {
      persons.add(identifier);
    }
    if (persons.size() + (named == null ? 0 : 1) != 1 || (named != null && key.isEmpty())) {
      throw new Misuse(
          new Text(
              "Sebut satu: TABEL KUNCI..., --nik NIK, atau --identifier JENIS=NILAI. Bantuan: pde"
                  + " erase --help",
              "Name one: TABLE KEY..., --nik NIK, or --identifier TYPE=VALUE. Help: pde erase"
                  + " --help"));
    }
    return named == null ? person(persons.get(0)) : ofKey(named);
  }

  private Subject person(String typed) {
    int equals = typed.indexOf('=');
    String word = equals < 0 ? "" : typed.substring(0, equals);
    Identity identity =
        Identity.of(word)
            .orElseThrow(
                () -> {
                  String known =
                      Arrays.stream(Identity.values())
                          .map(Identity::word)
                          .collect(Collectors.joining(", "));
                  return new Misuse(
                      new Text(
                          "--identifier meminta JENIS=NILAI; jenisnya: " + known + ".",
                          "--identifier takes TYPE=VALUE; the types: " + known + "."));
                });
    String value = typed.substring(equals + 1);
    String text = value.equals("-") ? SecretLine.read(console) : value;
    // The value is nobody's to see: the message has none.
    return identity
        .whole(text)
        .<Subject>map(whole -> new Subject.Person(identity, whole))
        .orElseThrow(
            () ->
                new Misuse(
                    new Text(
                        "Nilai itu bukan " + word + " yang lengkap.",
                        "That value is no complete " + word + ".")));
  }

  private Subject ofKey(String named) {
    Answer answer = engine.keySubject().of(named, key);
    if (answer instanceof Answer.Unknown unknown) {
      throw new NotFound(unknown.text());
    }
    if (answer instanceof Answer.Misfit misfit) {
      throw new Misuse(misfit.text());
    }
    return ((Answer.Of) answer).subject();
  }
}
