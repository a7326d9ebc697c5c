package id.pde.run;

import id.pde.model.Text;
import java.util.List;
import java.util.regex.Pattern;

/** The sentence of a run where nobody types commands: a page has buttons and links instead. */
public final class RunSentence {

  private static final String COMMAND = "`pde [^`]*`";

  /** Brackets, a last clause and a last sentence that only name a command. */
  private static final List<Pattern> NEXT =
      List.of(
          Pattern.compile(" \\([^()`]*" + COMMAND + "\\)"),
          Pattern.compile("; [^;`.]*" + COMMAND + "( (atau|or) " + COMMAND + ")?(?=\\.?$)"),
          Pattern.compile("(?<=\\.) [^.`]*" + COMMAND + "\\.$"));

  private RunSentence() {}

  /** The same without the command that would come next. */
  public static Text withoutCommand(Text sentence) {
    return new Text(withoutCommand(sentence.id()), withoutCommand(sentence.en()));
  }

  private static String withoutCommand(String sentence) {
    String left = sentence;
    for (Pattern next : NEXT) {
      left = next.matcher(left).replaceAll("");
    }
    return left;
  }
}
