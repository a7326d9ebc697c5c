package id.pde.source.zip;

import id.pde.model.Location;
import id.pde.run.Bundles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** A file of an archive. It unpacks to what the directory tells, or not at all. */
record ZipMember(Path archive, ZipEntryHead head, ZipLimits limits) implements Bundles.Member {

  private static final int HEADER = 0x04034b50;
  private static final int LENGTH_OF_HEADER = 30;
  private static final int BLOCK = 1 << 16;

  @Override
  public String path() {
    return head.path();
  }

  @Override
  public long bytes() {
    return head.size();
  }

  @Override
  public void unpack(Path target) throws IOException {
    Location place = new Location.Whole(path());
    limits.check(head, place);
    try (OutputStream out =
        Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      try (FileChannel channel = FileChannel.open(archive)) {
        copy(channel, out);
      } catch (ZipException | DataFormatException broken) {
        throw ZipFaults.damaged(place, broken);
      }
    }
  }

  private void copy(FileChannel channel, OutputStream out) throws IOException, DataFormatException {
    Counted counted = new Counted(out, head.size());
    long at = contentStart(channel);
    long end = at + head.packed();
    Inflater inflater = new Inflater(true);
    try {
      byte[] unpacked = new byte[BLOCK];
      while (at < end) {
        ByteBuffer block = ZipDirectory.read(channel, at, (int) Math.min(BLOCK, end - at));
        at += block.remaining();
        if (head.method() == ZipEntryHead.STORED) {
          int count = block.remaining();
          block.get(unpacked, 0, count);
          counted.write(unpacked, count);
          continue;
        }
        inflater.setInput(block);
        for (int count = 1; count > 0; ) {
          count = inflater.inflate(unpacked);
          counted.write(unpacked, count);
        }
      }
      if (head.method() == ZipEntryHead.DEFLATED && !inflater.finished()) {
        throw new ZipException("the content is cut off");
      }
    } finally {
      inflater.end();
    }
    counted.require(head.crc());
  }

  /** The header before the content has lengths of its own, which may differ from the directory. */
  private long contentStart(FileChannel channel) throws IOException {
    ByteBuffer header = ZipDirectory.read(channel, head.start(), LENGTH_OF_HEADER);
    if (header.getInt(0) != HEADER) {
      throw new ZipException("no header where it should be");
    }
    int name = Short.toUnsignedInt(header.getShort(26));
    int extra = Short.toUnsignedInt(header.getShort(28));
    return head.start() + LENGTH_OF_HEADER + name + extra;
  }

  /** Passes on what it is given, up to the size that was told, and adds it up. */
  private static final class Counted {
    private final OutputStream out;
    private final CRC32 crc = new CRC32();
    private long left;

    Counted(OutputStream out, long size) {
      this.out = out;
      this.left = size;
    }

    void write(byte[] bytes, int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new ZipException("more content than the directory tells");
      }
      crc.update(bytes, 0, count);
      out.write(bytes, 0, count);
    }

    void require(long expected) throws ZipException {
      if (left != 0 || crc.getValue() != expected) {
        throw new ZipException("not the content that was packed");
      }
    }
  }
}
