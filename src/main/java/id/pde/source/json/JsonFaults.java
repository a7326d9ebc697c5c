package id.pde.source.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with JSON, and where. */
final class JsonFaults {

  private static final Text AGAIN =
      new Text(
          "Ekspor ulang berkas itu dari program asalnya, lalu kirim lagi.",
          "Export the file once more from the program that made it and send it again.");

  private final Location whole;
  private final ReadLimits limits;

  JsonFaults(Location whole, ReadLimits limits) {
    this.whole = whole;
    this.limits = limits;
  }

  /** Work with a parser. */
  interface Work<T> {
    T run() throws IOException;
  }

  <T> T told(JsonParser json, Work<T> work) throws IOException {
    try {
      return work.run();
    } catch (StreamConstraintsException tooMuch) {
      throw limit(tooMuch, place(json.currentLocation()));
    } catch (JsonEOFException cut) {
      throw cut(cut);
    } catch (JsonParseException broken) {
      throw broken(broken);
    } catch (BadSign bad) {
      throw undecodable(bad);
    }
  }

  /** Jackson has one type for all of its limits, and these words. */
  private RunStopped limit(StreamConstraintsException tooMuch, Location where) {
    String message = String.valueOf(tooMuch.getOriginalMessage());
    if (message.contains("nesting depth")) {
      return Faults.limit(
          "limit.depth",
          where,
          new Text(
              "Nilai di sini bersarang lebih dari " + JsonLimits.DEPTH + " tingkat.",
              "Values are nested more than " + JsonLimits.DEPTH + " deep here."),
          tooMuch);
    }
    if (message.contains("Name")) {
      return Faults.limit(
          "limit.name",
          where,
          new Text(
              "Sebuah nama di sini lebih panjang dari " + JsonLimits.NAME + " tanda.",
              "A name is longer than " + JsonLimits.NAME + " characters here."),
          tooMuch);
    }
    if (message.contains("Number")) {
      return Faults.limit(
          "limit.number",
          where,
          new Text(
              "Sebuah angka di sini lebih panjang dari " + JsonLimits.NUMBER + " tanda.",
              "A number is longer than " + JsonLimits.NUMBER + " characters here."),
          tooMuch);
    }
    return cell(where, limits, tooMuch);
  }

  /** A value that is too long. */
  static RunStopped cell(Location where, ReadLimits limits, @Nullable Throwable cause) {
    return Faults.limit(
        "limit.cell",
        where,
        new Text(
            "Sebuah nilai di sini lebih panjang dari " + limits.cellCharacters() + " tanda.",
            "A value is longer than " + limits.cellCharacters() + " characters here."),
        cause);
  }

  private SourceUnreadable cut(JsonEOFException cut) {
    return refused(
        "json.cut",
        place(cut.getLocation()),
        new Text(
            "Berkas JSON ini terpotong: isinya berhenti sebelum selesai.",
            "This JSON file is cut off: it stops before it is complete."),
        cut);
  }

  private SourceUnreadable broken(JsonParseException broken) {
    Location where = place(broken.getLocation());
    if (String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate field")) {
      return refused(
          "json.duplicate",
          where,
          new Text(
              "Sebuah objek JSON memuat nama yang sama dua kali; tidak jelas nilai mana yang berlaku.",
              "A JSON object holds the same name twice; it is not clear which value counts."),
          broken);
    }
    return refused(
        "json.broken",
        where,
        new Text("Di sini berkas ini bukan JSON yang benar.", "The file is not correct JSON here."),
        broken);
  }

  /** What follows after the end. */
  SourceUnreadable trailing(JsonLocation location) {
    return refused(
        "json.trailing",
        place(location),
        new Text(
            "Setelah JSON selesai masih ada isi lain di berkas ini.",
            "Something else follows in the file after the JSON is complete."),
        null);
  }

  private SourceUnreadable undecodable(BadSign bad) {
    boolean unicode = bad.charset().startsWith("UTF-");
    return Faults.unreadable(
        "json.undecodable",
        new Location.Line(bad.line(), bad.column(), null),
        new Advice(
            "source.charset",
            new Text(
                "Di sini ada byte yang bukan huruf dalam " + bad.charset() + ".",
                "There are bytes here that are no characters of " + bad.charset() + "."),
            unicode
                ? new Text(
                    "Simpan berkas sebagai UTF-8, atau tulis pengodeannya di pemetaan, misalnya"
                        + " charset: windows-1252.",
                    "Save the file as UTF-8, or declare its charset in the mapping, such as"
                        + " charset: windows-1252.")
                : new Text(
                    "Periksa \"charset\" di pemetaan, atau simpan berkas sebagai UTF-8.",
                    "Check \"charset\" in the mapping, or save the file as UTF-8.")),
        bad);
  }

  SourceUnreadable refused(String code, Location where, Text message, @Nullable Throwable cause) {
    return Faults.unreadable(code, where, new Advice(code, message, AGAIN), cause);
  }

  private Location place(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? whole
        : new Location.Line(location.getLineNr(), location.getColumnNr(), null);
  }
}
