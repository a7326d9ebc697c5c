package id.pde.source.dbf;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks over the records of a table. */
final class DbfRecords {

  private final Path path;
  private final DbfHeader header;

  DbfRecords(Path path, DbfHeader header) {
    this.path = path;
    this.header = header;
  }

  /** Takes records; the array is used again for the next one. */
  interface RecordTaker {
    /**
     * A record.
     *
     * @param number from 1, deleted ones counted
     */
    void record(long number, byte[] bytes);
  }

  void each(RecordTaker taker) throws IOException {
    byte[] record = new byte[header.recordLength()];
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      stream.skipNBytes(header.headerLength());
      for (long number = 1; number <= header.records(); number++) {
        if (stream.readNBytes(record, 0, record.length) < record.length) {
          throw new EOFException("the last record is not whole");
        }
        taker.record(number, record);
      }
    }
  }
}
