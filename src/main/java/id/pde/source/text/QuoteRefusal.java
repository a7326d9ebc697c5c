package id.pde.source.text;

import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.source.layout.Faults;

/**
 * Why no one can tell where the records end.
 *
 * @param line where the quote opens
 * @param field which field of its record, from 1
 */
record QuoteRefusal(long line, int field) {

  private static final Text FIX =
      new Text(
          "Perbaiki tanda kutip di baris itu, atau ekspor ulang berkas ini; tanda kutip di dalam"
              + " isian ditulis dua kali. Bila berkas tidak memakai tanda kutip, tulis \"quote:"
              + " none\" di pemetaan.",
          "Correct the quote in that line, or export the file again; a quote inside of a field is"
              + " written twice. If the file does not quote at all, write \"quote: none\" in the"
              + " mapping.");

  private static final Text FIX_ESCAPE =
      new Text(
          "Bila berkas menulis \\\" untuk tanda kutip di dalam isian, tulis \"escape: '\\'\" di"
              + " pemetaan.",
          "If the file writes \\\" for a quote inside of a field, write \"escape: '\\'\" in the"
              + " mapping.");

  RunStopped unclosed() {
    return refusal(
        "csv.unclosed-quote",
        new Text(
            "Tanda kutip yang dibuka di baris " + line + " tidak pernah ditutup.",
            "The quote that opens in line " + line + " is never closed."),
        FIX);
  }

  RunStopped tooLong(int limit) {
    return refusal(
        "csv.unclosed-quote",
        new Text(
            "Tanda kutip yang dibuka di baris "
                + line
                + " tidak ditutup dalam "
                + limit
                + " karakter, batas satu isian (PDE_READ_CELL_CHARACTERS).",
            "The quote that opens in line "
                + line
                + " is not closed within "
                + limit
                + " characters, the limit of a field (PDE_READ_CELL_CHARACTERS)."),
        FIX);
  }

  /**
   * The field goes on behind its closing quote, and the next record may begin here or there.
   *
   * @param closed the line of the closing quote
   */
  RunStopped stray(long closed, boolean escaped) {
    return refusal(
        "csv.stray-quote",
        new Text(
            "Isian yang dibuka dengan tanda kutip di baris "
                + line
                + " masih berlanjut setelah tanda kutip penutup di baris "
                + closed
                + ".",
            "The field that opens with a quote in line "
                + line
                + " goes on behind its closing quote in line "
                + closed
                + "."),
        escaped ? FIX_ESCAPE : FIX);
  }

  private RunStopped refusal(String code, Text message, Text fix) {
    return Faults.unreadable(
        code, new Location.Line(line, field, null), new Advice(code, message, fix), null);
  }
}
