package id.pde.source.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records that hold cells and passes over all others: what a chart or a setting holds
 * cannot make a table unreadable.
 */
final class XlsStream {

  /** Of formulas as Excel 4 numbered them; Apple's Numbers writes it into BIFF8, too. */
  private static final int OLD_FORMULA = 0x0406;

  /** Text with fonts: a label with more behind it. */
  private static final int RICH_LABEL = 0x00D6;

  private static final Map<Integer, Function<RecordInputStream, Record>> READ =
      Map.ofEntries(
          Map.entry((int) BOFRecord.sid, BOFRecord::new),
          Map.entry((int) EOFRecord.sid, EOFRecord::new),
          Map.entry((int) BoundSheetRecord.sid, BoundSheetRecord::new),
          Map.entry((int) FormatRecord.sid, FormatRecord::new),
          Map.entry((int) ExtendedFormatRecord.sid, ExtendedFormatRecord::new),
          Map.entry((int) DateWindow1904Record.sid, DateWindow1904Record::new),
          Map.entry((int) FormulaRecord.sid, FormulaRecord::new),
          Map.entry(OLD_FORMULA, FormulaRecord::new),
          Map.entry((int) StringRecord.sid, StringRecord::new),
          Map.entry((int) LabelRecord.sid, LabelRecord::new),
          Map.entry(RICH_LABEL, LabelRecord::new),
          Map.entry((int) LabelSSTRecord.sid, LabelSSTRecord::new),
          Map.entry((int) NumberRecord.sid, NumberRecord::new),
          Map.entry((int) RKRecord.sid, RKRecord::new),
          Map.entry((int) MulRKRecord.sid, MulRKRecord::new),
          Map.entry((int) BoolErrRecord.sid, BoolErrRecord::new),
          Map.entry((int) RowRecord.sid, RowRecord::new),
          Map.entry((int) ColumnInfoRecord.sid, ColumnInfoRecord::new),
          Map.entry((int) MergeCellsRecord.sid, MergeCellsRecord::new));

  private final InputStream bytes;
  private final Passwords passwords;
  private RecordInputStream stream;
  private int passed;
  private boolean encrypted;

  XlsStream(InputStream bytes, Passwords passwords) {
    this.bytes = bytes;
    this.passwords = passwords;
    this.stream = new RecordInputStream(bytes);
  }

  /** Shows records until there are no more or the taker has seen enough. */
  void read(XlsRecords taker) throws IOException {
    while (!taker.done() && stream.hasNextRecord()) {
      // Behind the end of the last part there may be anything.
      if (taker.outside() && stream.getNextSid() != BOFRecord.sid) {
        return;
      }
      stream.nextRecord();
      int sid = stream.getSid() & 0xFFFF;
      passed += 4 + stream.remaining();
      if (sid == SSTRecord.sid) {
        taker.strings(stream);
      } else if (sid == XlsName.SID) {
        taker.name(XlsName.read(stream));
      } else if (sid == FilePassRecord.sid) {
        decrypt(new FilePassRecord(stream));
        continue;
      } else {
        Record record = record(sid);
        if (record != null) {
          taker.record(record);
        }
      }
      stream.readRemainder();
    }
  }

  private @Nullable Record record(int sid) {
    Function<RecordInputStream, Record> reads = READ.get(sid);
    return reads == null ? null : reads.apply(stream);
  }

  private void decrypt(FilePassRecord lock) throws IOException {
    EncryptionInfo key = lock.getEncryptionInfo();
    passwords.open(key.getDecryptor()::verifyPassword);
    encrypted = true;
    stream = new RecordInputStream(bytes, key, passed);
  }

  boolean encrypted() {
    return encrypted;
  }
}
