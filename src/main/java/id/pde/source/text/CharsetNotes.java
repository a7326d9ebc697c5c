package id.pde.source.text;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** What a sender reads about the charset of a file. */
final class CharsetNotes {

  private static final Text SAVE =
      new Text(
          "Simpan berkas sebagai UTF-8, atau tulis \"charset\" di pemetaan.",
          "Save the file as UTF-8, or write \"charset\" in the mapping.");

  private final Path file;
  private final Location whole;

  CharsetNotes(Path file, Location whole) {
    this.file = file;
    this.whole = whole;
  }

  /** Nothing but the lack of anything better spoke for windows-1252. */
  Issue guessed(ByteScan scan) throws IOException {
    Optional<Charset> proposal = CharsetProposal.of(file, scan.firstBroken());
    String id = "Berkas bukan UTF-8 yang sah; dibaca sebagai windows-1252.";
    String en = "The file is not valid UTF-8; it is read as windows-1252.";
    if (scan.undefined() > 0) {
      id += " " + scan.undefined() + " byte tidak dikenal windows-1252.";
      en += " " + scan.undefined() + " bytes are unknown to windows-1252.";
    }
    if (proposal.isPresent()) {
      id += " Isinya lebih mirip " + proposal.get() + ".";
      en += " It looks more like " + proposal.get() + ".";
    }
    return Faults.note("charset.windows-1252", whole, new Text(id, en), SAVE);
  }

  /** Lines in UTF-8 and lines that are not. */
  Text mixed(ByteScan scan) throws IOException {
    long broken = Offsets.line(file, scan.firstBroken());
    long wide = Offsets.line(file, scan.firstWide());
    return new Text(
        "Berkas mencampur dua pengodean: byte ke-"
            + scan.firstBroken()
            + " (baris "
            + broken
            + ") bukan UTF-8, byte ke-"
            + scan.firstWide()
            + " (baris "
            + wide
            + ") memulai huruf UTF-8.",
        "The file mixes two charsets: the byte at offset "
            + scan.firstBroken()
            + " (line "
            + broken
            + ") is not UTF-8, the one at offset "
            + scan.firstWide()
            + " (line "
            + wide
            + ") begins a sign of UTF-8.");
  }

  /** The note of a mixed file that is only looked at. */
  Issue shownByLine(ByteScan scan) throws IOException {
    return Faults.note("charset.mixed", firstBroken(scan), mixed(scan), declareBoth());
  }

  /** The refusal of a mixed file. */
  RuntimeException refused(ByteScan scan) throws IOException {
    return Faults.unreadable(
        "charset.mixed",
        firstBroken(scan),
        new Advice("source.charset", mixed(scan), declareBoth()),
        null);
  }

  private Location firstBroken(ByteScan scan) throws IOException {
    return new Location.Line(Offsets.line(file, scan.firstBroken()), 0, null);
  }

  private static Text declareBoth() {
    return new Text(
        "Tulis \"charset: [utf-8, windows-1252]\" di pemetaan bila setiap baris memakai salah satu,"
            + " atau satu nama bila seluruh berkas memakai pengodean itu.",
        "Write \"charset: [utf-8, windows-1252]\" in the mapping if each line is in one of them, or"
            + " one name if the whole file is in that charset.");
  }

  /** Declared is another charset, but every byte speaks for UTF-8. */
  Issue looksUtf8(String declared, ByteScan scan) throws IOException {
    long line = Offsets.line(file, scan.firstWide());
    return Faults.note(
        "charset.looks-utf-8",
        new Location.Line(line, 0, null),
        new Text(
            "Berkas dibaca sebagai "
                + declared
                + " menurut pemetaan, tetapi isinya UTF-8 yang sah.",
            "The file is read as " + declared + " as the mapping says, but it is valid UTF-8."),
        new Text(
            "Bila huruf seperti Ã©, â€“ muncul dalam data, tulis \"charset: utf-8\" di pemetaan.",
            "If signs such as Ã©, â€“ appear in the data, write \"charset: utf-8\" in the mapping."));
  }

  /** UTF-8 that some program read as windows-1252 and saved again. */
  Issue encodedTwice(ByteScan scan) throws IOException {
    return Faults.note(
        "charset.encoded-twice",
        new Location.Line(Offsets.line(file, scan.firstTwice()), 0, null),
        new Text(
            scan.twice()
                + " huruf tampak rusak sebelum dikirim (seperti Ã©, â€“): UTF-8 pernah dibaca"
                + " sebagai windows-1252. Isinya dimuat apa adanya.",
            scan.twice()
                + " signs look damaged before they were sent (such as Ã©, â€“): UTF-8 was read as"
                + " windows-1252 once. They are loaded as they are."),
        new Text(
            "Ekspor ulang dari sumbernya sebagai UTF-8.",
            "Export it again from its source as UTF-8."));
  }

  /** How many lines needed another charset than the first of a declared list. */
  Issue byLine(Encoding encoding, LineReader reader) {
    return Faults.note(
        "charset.by-line",
        new Location.Line(reader.firstOther(), 0, null),
        new Text(
            reader.others()
                + " baris bukan "
                + encoding.first()
                + " dan dibaca dengan pengodean lain yang disebut pemetaan, mulai baris "
                + reader.firstOther()
                + ".",
            reader.others()
                + " lines are not "
                + encoding.first()
                + " and are read in another charset of the mapping, from line "
                + reader.firstOther()
                + " on."),
        new Text(
            "Minta pengirim menyimpan seluruh berkas sebagai UTF-8.",
            "Ask the sender to save the whole file as UTF-8."));
  }
}
