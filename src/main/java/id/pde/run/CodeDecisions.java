package id.pde.run;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Takes what a person decides about a value that no code list knew. */
public final class CodeDecisions {

  private final MappingFiles files;
  private final CodeQueue queue;
  private final InstantSource clock;

  public CodeDecisions(MappingFiles files, CodeQueue queue, InstantSource clock) {
    this.files = files;
    this.queue = queue;
    this.clock = clock;
  }

  /** What people gave a meaning already, or want to before a row waits for it. */
  public CodeSynonyms synonyms() {
    return new CodeSynonyms(files, clock);
  }

  /** What came of it. */
  public sealed interface Decided {
    /**
     * It stands in the file, and every later run knows it.
     *
     * @param value as it waits
     */
    record Kept(Path file, Undecided value, Code code) implements Decided {}

    /** It was not taken. */
    record Refused(Text why, boolean missing) implements Decided {}
  }

  /**
   * Decides which code a value means.
   *
   * @param code the code, or its name in the list
   */
  public Decided decide(String list, String value, String code, By by) {
    MappingFolder folder = files.read();
    CodeList codes = folder.codes().find(list);
    if (codes == null) {
      return new Decided.Refused(ListFaults.noList(list, folder), true);
    }
    List<Undecided> waiting =
        new UndecidedValues(folder)
            .of(queue).stream()
                .filter(one -> one.list().equals(list) && same(one.value(), value))
                .toList();
    if (waiting.isEmpty() || waiting.stream().allMatch(one -> one.known() != null)) {
      return new Decided.Refused(notWaiting(list, value, waiting), true);
    }
    for (Undecided one : waiting) {
      Lookup lookup = codes.look(new Question(code, one.levels(), null, null, null));
      if (lookup instanceof Lookup.Found found) {
        DecisionFile file = new DecisionFile(files.root(), list);
        file.add(decision(one.value(), found.code(), by));
        return new Decided.Kept(file.file(), one, found.code());
      }
    }
    return new Decided.Refused(noCode(codes, code, waiting.get(0)), false);
  }

  /**
   * Who decides.
   *
   * @param why may be empty
   */
  public record By(String who, String why) {}

  private Decision decision(String value, Code code, By by) {
    String now = DecisionFile.now(clock.instant());
    return new Decision(value, code.code(), by.who(), now, by.why());
  }

  private static boolean same(String waiting, String value) {
    String left = waiting.strip().toLowerCase(Locale.ROOT);
    return left.equals(value.strip().toLowerCase(Locale.ROOT));
  }

  private static Text notWaiting(String list, String value, List<Undecided> decided) {
    String shown = Quoted.of(value);
    if (decided.isEmpty()) {
      return new Text(
          "Tidak ada baris yang menunggu karena "
              + shown
              + " di daftar "
              + list
              + ". Yang menunggu: pde codes",
          "No row waits because of " + shown + " in the list " + list + ". What waits: pde codes");
    }
    Code code = decided.get(0).known();
    String known = code == null ? "" : code.code() + " (" + code.name() + ")";
    return new Text(
        shown + " tidak menunggu lagi: sudah berarti " + known + ".",
        shown + " waits no longer: it means " + known + " already.");
  }

  private static Text noCode(CodeList codes, String code, Undecided waiting) {
    String shown = Quoted.of(code);
    List<Code> written = codes.byCode(code);
    if (!written.isEmpty() && !waiting.levels().isEmpty()) {
      String levels = String.join(", ", waiting.levels());
      String level = String.valueOf(written.get(0).level());
      return new Text(
          "Kode " + shown + " ialah " + level + "; kolomnya minta " + levels + ".",
          "The code " + shown + " is a " + level + "; the column wants " + levels + ".");
    }
    return ListFaults.noCode(codes, code);
  }
}
