package id.pde.source.sheet;

import java.nio.charset.StandardCharsets;
import org.apache.poi.hssf.record.RecordInputStream;

/**
 * The head of a defined name in a BIFF8 stream (MS-XLS 2.4.150 Lbl). What it stands for is not
 * read: formulas of strangers cannot make a workbook unreadable.
 *
 * @param sheet that it belongs to, from 1 in the order of the workbook; 0: the workbook
 * @param text as far as the record holds it
 */
record XlsName(int sheet, String text) {

  static final int SID = 0x0018;

  /** Options, key, lengths, sheet and texts of menus, before the name itself. */
  private static final int HEAD = 14;

  /** One with less than a head is of no sheet and has no name. */
  static XlsName read(RecordInputStream stream) {
    if (stream.remaining() <= HEAD) {
      return new XlsName(0, "");
    }
    stream.readUShort();
    stream.readUByte();
    int signs = stream.readUByte();
    stream.readUShort();
    stream.readUShort();
    int sheet = stream.readUShort();
    stream.readInt();
    boolean wide = (stream.readUByte() & 1) != 0;
    byte[] bytes = new byte[Math.min(signs * (wide ? 2 : 1), stream.remaining())];
    stream.readFully(bytes);
    return new XlsName(
        sheet, new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
  }
}
