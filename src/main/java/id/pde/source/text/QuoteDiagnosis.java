package id.pde.source.text;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads a text file once more, sign by sign, to say where the quote stands that broke it: the
 * parser only knows where the record began.
 */
final class QuoteDiagnosis {

  private static final Text FIX =
      new Text(
          "Perbaiki tanda kutip di baris itu, atau ekspor ulang berkas ini; tanda kutip di dalam"
              + " isian ditulis dua kali.",
          "Correct the quote in that line, or export the file again; a quote inside of a field is"
              + " written twice.");

  private final char delimiter;
  private final char quote;
  private final ReadLimits limits;
  private long line = 1;
  private int field = 1;
  private boolean fieldBegins = true;
  private boolean inQuotes;
  private boolean closed;
  private long opened;
  private int openedField;
  private int length;

  QuoteDiagnosis(char delimiter, char quote, ReadLimits limits) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.limits = limits;
  }

  /** What is wrong; a generic answer where nothing is found. */
  RunStopped of(Reader text, Location whole, RuntimeException cause) throws IOException {
    int last = -1;
    try (BufferedReader reader = new BufferedReader(text, 1 << 16)) {
      for (int sign = reader.read(); sign >= 0; sign = reader.read()) {
        boolean secondOfBreak = sign == '\n' && last == '\r';
        last = sign;
        if (secondOfBreak) {
          continue;
        }
        if (inQuotes) {
          quoted(sign);
        } else if (closed && sign == quote) {
          closed = false;
          inQuotes = true;
        } else if (!plain(sign)) {
          return stray(cause);
        }
        if (++length > limits.cellCharacters()) {
          return tooLong(cause);
        }
      }
    }
    return inQuotes ? unclosed(cause) : Faults.damaged(whole, cause);
  }

  private void quoted(int sign) {
    if (sign == quote) {
      inQuotes = false;
      closed = true;
    } else if (sign == '\n' || sign == '\r') {
      line++;
    }
  }

  /** Outside of quotes; false where a closed field goes on. */
  private boolean plain(int sign) {
    if (sign == delimiter || sign == '\n' || sign == '\r') {
      boolean ends = sign != delimiter;
      line += ends ? 1 : 0;
      field = ends ? 1 : field + 1;
      fieldBegins = true;
      closed = false;
      length = 0;
      return true;
    }
    if (closed) {
      return false;
    }
    if (sign == quote && fieldBegins) {
      inQuotes = true;
      opened = line;
      openedField = field;
    }
    fieldBegins = false;
    return true;
  }

  private RunStopped tooLong(RuntimeException cause) {
    if (inQuotes) {
      return unclosed(cause);
    }
    return Faults.limit(
        "limit.cell",
        new Location.Line(line, field, null),
        new Text(
            "Isian ini lebih panjang daripada batas " + limits.cellCharacters() + " karakter.",
            "This field is longer than the limit of " + limits.cellCharacters() + " characters."),
        cause);
  }

  private RunStopped unclosed(RuntimeException cause) {
    return Faults.unreadable(
        "csv.unclosed-quote",
        new Location.Line(opened, openedField, null),
        new Advice(
            "csv.unclosed-quote",
            new Text(
                "Tanda kutip yang dibuka di baris " + opened + " tidak pernah ditutup.",
                "The quote that opens in line " + opened + " is never closed."),
            FIX),
        cause);
  }

  private RunStopped stray(RuntimeException cause) {
    return Faults.unreadable(
        "csv.stray-quote",
        new Location.Line(opened, openedField, null),
        new Advice(
            "csv.stray-quote",
            new Text(
                "Isian yang dibuka dengan tanda kutip di baris "
                    + opened
                    + " masih berlanjut setelah tanda kutip penutup di baris "
                    + line
                    + ".",
                "The field that opens with a quote in line "
                    + opened
                    + " goes on behind its closing quote in line "
                    + line
                    + "."),
            FIX),
        cause);
  }
}
