package id.pde.run;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import id.pde.run.CodeDecisions.By;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The synonyms of code lists: spellings that people gave a meaning, whether rows wait for them or
 * not. They lie in {@code mappings/codes/<list>.decisions.csv}; rows that were loaded by one keep
 * their code when it is taken back.
 */
public final class CodeSynonyms {

  private static final int LONGEST = 200;

  private final MappingFiles files;
  private final InstantSource clock;

  CodeSynonyms(MappingFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  /** What came of it. */
  public sealed interface Told {
    /** The file says so now. */
    record Kept(Path file, Decision decision) implements Told {}

    /**
     * Nothing was changed.
     *
     * @param missing whether what was named is not there
     */
    record Refused(Text why, boolean missing) implements Told {}
  }

  /**
   * Gives a spelling a meaning before any delivery has it.
   *
   * @param value what the list does not know yet
   * @param code the code, or its name in the list
   */
  public Told add(String list, String value, String code, By by) {
    MappingFolder folder = files.read();
    CodeList codes = folder.codes().find(list);
    if (codes == null) {
      return new Told.Refused(ListFaults.noList(list, folder), true);
    }
    String tidy = value.strip().replaceAll("[\\s\\u00a0]+", " ");
    if (tidy.isEmpty() || tidy.length() > LONGEST) {
      return new Told.Refused(length(), false);
    }
    if (codes.look(Question.of(tidy)) instanceof Lookup.Found known) {
      return new Told.Refused(known(tidy, known.code()), false);
    }
    Code meant = meant(codes, code);
    if (meant == null) {
      return new Told.Refused(ListFaults.noCode(codes, code), false);
    }
    Decision decision =
        new Decision(tidy, meant.code(), by.who(), DecisionFile.now(clock.instant()), by.why());
    if (codes.decisions().stream().anyMatch(one -> same(one, tidy, meant.code()))) {
      return new Told.Refused(known(tidy, meant), false);
    }
    DecisionFile file = new DecisionFile(files.root(), list);
    file.add(decision);
    return new Told.Kept(file.file(), decision);
  }

  /** Takes a meaning back; later deliveries do not know the spelling any more. */
  public Told withdraw(String list, String value, String code) {
    MappingFolder folder = files.read();
    CodeList codes = folder.codes().find(list);
    if (codes == null) {
      return new Told.Refused(ListFaults.noList(list, folder), true);
    }
    List<Decision> meant =
        codes.decisions().stream()
            .filter(one -> same(one, value.strip(), code.isEmpty() ? one.code() : code))
            .toList();
    if (meant.isEmpty()) {
      return new Told.Refused(notDecided(list, value), true);
    }
    if (meant.stream().map(Decision::code).distinct().count() > 1) {
      return new Told.Refused(several(value, meant), false);
    }
    DecisionFile file = new DecisionFile(files.root(), list);
    file.change(
        before -> {
          String left = before;
          for (Decision decision : meant) {
            left = files.reader().without(left, decision);
          }
          return left;
        });
    return new Told.Kept(file.file(), meant.get(0));
  }

  private static @Nullable Code meant(CodeList codes, String code) {
    List<Code> written = codes.byCode(code.strip());
    if (!written.isEmpty()) {
      return written.get(written.size() - 1);
    }
    return codes.look(Question.of(code.strip())) instanceof Lookup.Found found
        ? found.code()
        : null;
  }

  private static boolean same(Decision decision, String value, String code) {
    return decision.value().equalsIgnoreCase(value) && decision.code().equals(code);
  }

  private static Text length() {
    return new Text(
        "Sebutan berisi 1 sampai " + LONGEST + " huruf.",
        "A spelling has 1 to " + LONGEST + " letters.");
  }

  private static Text known(String value, Code code) {
    String shown = Quoted.of(value);
    String meaning = code.code() + " (" + code.name() + ")";
    return new Text(
        shown + " sudah dikenal: berarti " + meaning + ".",
        shown + " is known already: it means " + meaning + ".");
  }

  private static Text notDecided(String list, String value) {
    String shown = Quoted.of(value);
    return new Text(
        "Tidak ada keputusan tentang "
            + shown
            + " di daftar "
            + list
            + ". Nama, kode dan variannya sendiri diubah di mappings/codes/"
            + list
            + ".csv.",
        "Nothing was decided about "
            + shown
            + " in the list "
            + list
            + ". Its own names, codes and variants are changed in mappings/codes/"
            + list
            + ".csv.");
  }

  private static Text several(String value, List<Decision> decisions) {
    String codes = String.join(", ", decisions.stream().map(Decision::code).distinct().toList());
    String shown = Quoted.of(value);
    return new Text(
        shown + " diputuskan untuk beberapa kode; sebutkan satu: " + codes + ".",
        shown + " was decided for several codes; name one: " + codes + ".");
  }
}
