package id.pde.mapping.yaml;

import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in plain words what the YAML library found fault with. */
final class YamlSyntax {

  private final String file;
  private final String content;

  YamlSyntax(String file, String content) {
    this.file = file;
    this.content = content;
  }

  void explain(YamlEngineException fault, Faults faults) {
    if (fault instanceof ReaderException reader) {
      faults.add("yaml.sign", at(reader.getPosition()), hiddenSign(reader.getCodePoint()));
      return;
    }
    if (!(fault instanceof MarkedYamlEngineException marked)) {
      faults.add("yaml.syntax", new FilePlace(file, 1, 1), UNCLEAR);
      return;
    }
    FilePlace problem =
        marked
            .getProblemMark()
            .map(mark -> YamlReader.place(file, mark))
            .orElseGet(() -> new FilePlace(file, 1, 1));
    FilePlace context =
        marked.getContextMark().map(mark -> YamlReader.place(file, mark)).orElse(problem);
    String text = text(marked.getProblem());
    String around = text(marked.getContext());
    // An open quotation mark or bracket is noticed at the end of the file; it is to be closed where
    // it was opened.
    boolean opened = text.contains("end of stream") || text.contains("document separator");
    if (opened && around.contains("quoted scalar")) {
      faults.add("yaml.syntax", context, OPEN_QUOTE);
    } else if (around.contains("flow")) {
      // Noticed only lines later, it is to be mended where the bracket was opened.
      boolean later = problem.line() > context.line();
      faults.add("yaml.syntax", opened || later ? context : problem, BRACKETS);
    } else {
      Advice advice = advice(text, around);
      faults.add("yaml.syntax", advice.equals(NO_COLON) ? context : problem, advice);
    }
  }

  private static Advice advice(String problem, String context) {
    if (problem.contains("tab")) {
      return TAB;
    }
    if (problem.contains("cannot start any token")) {
      return START_SIGN;
    }
    if (problem.contains("mapping values are not allowed")) {
      return COLON;
    }
    if (problem.contains("could not find expected ':'")) {
      return NO_COLON;
    }
    if (problem.contains("undefined alias") || context.contains("alias")) {
      return ALIAS;
    }
    if (problem.contains("escape") || problem.contains("hexadecimal")) {
      return ESCAPE;
    }
    if (context.contains("block") || problem.contains("block") || problem.contains("indent")) {
      return INDENT;
    }
    return UNCLEAR;
  }

  private static String text(@Nullable String part) {
    return part == null ? "" : part.toLowerCase(Locale.ROOT);
  }

  private FilePlace at(int position) {
    int line = 1;
    int column = 1;
    int left = position;
    for (int i = 0; i < content.length() && left > 0; left--) {
      int sign = content.codePointAt(i);
      i += Character.charCount(sign);
      if (sign == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    return new FilePlace(file, line, column);
  }

  private static Advice hiddenSign(int sign) {
    String number = String.format(Locale.ROOT, "U+%04X", sign);
    return new Advice(
        "yaml",
        new Text(
            "tanda tak terlihat " + number + " tidak boleh ada di sini",
            "the invisible sign " + number + " may not stand here"),
        new Text("hapus tanda itu", "delete it"));
  }

  private static Advice of(Text message, Text fix) {
    return new Advice("yaml", message, fix);
  }

  private static final Advice TAB =
      of(
          new Text("tab tidak boleh dipakai di sini", "a tab may not stand here"),
          new Text("ganti dengan spasi", "use blanks instead"));
  private static final Advice START_SIGN =
      of(
          new Text(
              "teks tidak boleh dimulai dengan tanda ini", "a text may not begin with this sign"),
          new Text("beri tanda kutip: \"...\"", "put the text in quotes: \"...\""));
  private static final Advice COLON =
      of(
          new Text("titik dua tidak boleh ada di sini", "a colon may not stand here"),
          new Text(
              "beri tanda kutip pada teks yang memuat \": \", atau perbaiki lekukan baris",
              "put a text that holds \": \" in quotes, or correct the indentation"));
  private static final Advice NO_COLON =
      of(
          new Text("di baris ini kurang titik dua sesudah nama", "a name here lacks its colon"),
          new Text("tulis nama: nilai", "write name: value"));
  private static final Advice ALIAS =
      of(
          new Text(
              "* di awal berarti rujukan, dan rujukan itu tidak ada",
              "a leading * is a reference, and there is nothing of that name"),
          new Text("beri tanda kutip: \"*...\"", "put it in quotes: \"*...\""));
  private static final Advice ESCAPE =
      of(
          new Text(
              "garis miring terbalik di dalam \"...\" diikuti huruf yang tidak dikenal",
              "a backslash inside \"...\" is followed by an unknown letter"),
          new Text("pakai '...' atau tulis \\\\", "use '...' or write \\\\"));
  private static final Advice INDENT =
      of(
          new Text("lekukan baris ini tidak cocok", "the indentation does not fit here"),
          new Text(
              "samakan lekukan dengan baris setingkat di atasnya",
              "indent it like its sisters above"));
  private static final Advice OPEN_QUOTE =
      of(
          new Text("tanda kutip ini tidak ditutup", "this quotation mark is never closed"),
          new Text("tambahkan tanda kutip penutup", "add the closing mark"));
  private static final Advice BRACKETS =
      of(
          new Text(
              "di dalam [ ] atau { } kurang koma atau kurung penutup",
              "a comma or the closing bracket is missing inside [ ] or { }"),
          new Text(
              "pisahkan dengan koma, tutup kurungnya, dan kutip teks yang memuat , : [ ] { }",
              "separate by commas, close the bracket, quote texts that hold , : [ ] { }"));
  private static final Advice UNCLEAR =
      of(
          new Text("YAML di sini tidak dapat dibaca", "the YAML cannot be read here"),
          new Text(
              "periksa lekukan, titik dua dan tanda kutip",
              "look at indentation, colons and quotation marks"));
}
