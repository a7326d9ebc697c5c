package id.pde.source.dbf;

import id.pde.source.layout.ByteText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The charset of a table.
 *
 * @param ground why it is this one
 */
record DbfEncoding(Charset charset, Ground ground) {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Why a charset is taken. */
  enum Ground {
    /** Declared, or it makes no difference. */
    CERTAIN,
    /** Every text is UTF-8, which hardly happens by chance. */
    ALL_UNICODE,
    /** The header says so. */
    HEADER,
    /** Nothing says anything. */
    USUAL
  }

  /** Looks at all texts of a table. */
  static DbfEncoding of(DbfHeader header, DbfRecords records, Optional<String> declared)
      throws IOException {
    if (declared.isPresent()) {
      return new DbfEncoding(Charset.forName(declared.get()), Ground.CERTAIN);
    }
    List<DbfField> texts = header.fields().stream().filter(DbfField::isText).toList();
    Survey survey = new Survey();
    for (DbfField field : header.fields()) {
      byte[] name = field.name().getBytes(StandardCharsets.ISO_8859_1);
      survey.see(name, 0, name.length);
    }
    records.each(
        (number, bytes) ->
            texts.forEach(
                field -> survey.see(bytes, field.offset(), field.offset() + field.length())));
    if (!survey.beyondAscii) {
      return new DbfEncoding(StandardCharsets.US_ASCII, Ground.CERTAIN);
    }
    if (survey.unicode) {
      return new DbfEncoding(StandardCharsets.UTF_8, Ground.ALL_UNICODE);
    }
    return DbfCharset.of(header.driver())
        .map(charset -> new DbfEncoding(charset, Ground.HEADER))
        .orElseGet(() -> new DbfEncoding(WESTERN, Ground.USUAL));
  }

  private static final class Survey {
    private final ByteText utf8 = new ByteText(StandardCharsets.UTF_8);
    private boolean beyondAscii;
    private boolean unicode = true;

    void see(byte[] bytes, int from, int to) {
      boolean ascii = true;
      for (int i = from; i < to && ascii; i++) {
        ascii = bytes[i] >= 0;
      }
      if (!ascii) {
        beyondAscii = true;
        unicode = unicode && utf8.fits(bytes, from, to);
      }
    }
  }
}
