package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.Bundles.Member;
import id.pde.run.RunStopped;
import id.pde.source.layout.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ZIP archives of deliveries: what is in them, and what is refused before it costs anything. */
class ZipBundleTest {

  private static final String TABLE = "a,b\n1,2\n";

  private static final int ENTRY_FLAGS = 8;
  private static final int ENTRY_METHOD = 10;
  private static final int ENTRY_CRC = 16;
  private static final int ENTRY_SIZE = 24;
  private static final int ENTRY_MODE = 38;
  private static final int ENTRY_START = 42;

  @TempDir private Path folder;

  @Test
  void givesTheFilesInTheOrderOfTheArchiveAndPassesLitterOver() throws IOException {
    byte[] archive =
        zip(
            Map.of(),
            "b/",
            "b/z.csv",
            "__MACOSX/b/._z.csv",
            "b/.DS_Store",
            "b/~$z.xlsx",
            "Thumbs.db",
            "b/desktop.ini",
            "a.csv");
    List<Member> members = members(archive);
    assertThat(members).extracting(Member::path).containsExactly("b/z.csv", "a.csv");
    assertThat(members).extracting(Member::name).containsExactly("z.csv", "a.csv");
    assertThat(members).extracting(member -> member.folder("luar")).containsExactly("b", "luar");
    assertThat(unpacked(members.get(0))).isEqualTo(TABLE);
  }

  @Test
  void takesNeitherAWorkbookNorATextForABundle() throws IOException {
    Path workbook = file(zip(Map.of(), "[Content_Types].xml", "a.csv"));
    Path text = file(TABLE.getBytes(StandardCharsets.UTF_8));
    assertThat(new Readers().holds(workbook)).isFalse();
    assertThat(new Readers().holds(text)).isFalse();
    assertThat(new Readers().holds(folder)).isFalse();
    assertThat(new Readers().holds(file(zip(Map.of(), "a.csv")))).isTrue();
  }

  @Test
  void readsNamesOfEveryCharset() throws IOException {
    byte[] dos = renamed(zip(Map.of(), "xx.csv"), "\u00e9\u00df.csv", Charset.forName("IBM437"));
    assertThat(members(dos)).extracting(Member::path).containsExactly("\u00e9\u00df.csv");
    byte[] unmarked =
        renamed(zip(Map.of(), "xxxx.csv"), "\u00e9\u00df.csv", StandardCharsets.UTF_8);
    assertThat(members(unmarked)).extracting(Member::path).containsExactly("\u00e9\u00df.csv");
    byte[] marked = zip(Map.of(), "\u00e9\u00df.csv");
    assertThat(members(marked)).extracting(Member::path).containsExactly("\u00e9\u00df.csv");
    byte[] windows = zip(Map.of(), "jan\\harga.csv");
    assertThat(members(windows)).extracting(Member::path).containsExactly("jan/harga.csv");
  }

  @ParameterizedTest
  @CsvSource({"../a.csv", "x/../../a.csv", "/etc/a.csv", "..\\a.csv", "C:\\a.csv"})
  void refusesNamesThatLeaveTheArchive(String name) throws IOException {
    List<Member> members = members(zip(Map.of(), name, "baik.csv"));
    assertThat(refusal(members.get(0)))
        .isEqualTo(
            "zip.name The name of this file of the ZIP archive points outside of the archive.");
    assertThat(unpacked(members.get(1))).isEqualTo(TABLE);
  }

  @Test
  void refusesOnlyTheMemberThatIsEncrypted() throws IOException {
    byte[] archive = zip(Map.of(), "a.csv", "b.csv");
    patch(archive, 0, ENTRY_FLAGS, (byte) 9);
    List<Member> members = members(archive);
    assertThat(refusal(members.get(0)))
        .isEqualTo("file.password This file of the ZIP archive is protected by a password.");
    assertThat(unpacked(members.get(1))).isEqualTo(TABLE);
  }

  @Test
  void refusesMethodsThatAreNotRead() throws IOException {
    byte[] archive = zip(Map.of(), "a.csv");
    patch(archive, 0, ENTRY_METHOD, (byte) 14);
    assertThat(refusal(members(archive).get(0)))
        .isEqualTo(
            "zip.method This file of the ZIP archive is compressed in a way (14) that is not read.");
  }

  @Test
  void refusesLinks() throws IOException {
    byte[] archive = zip(Map.of(), "a.csv");
    patch(archive, 0, 5, (byte) 3);
    patch(archive, 0, ENTRY_MODE + 3, (byte) 0xA1);
    assertThat(refusal(members(archive).get(0))).startsWith("file.not-regular ");
  }

  @ParameterizedTest
  @CsvSource({ENTRY_CRC + ", 1", ENTRY_SIZE + ", 7", ENTRY_SIZE + ", 9"})
  void refusesContentThatIsNotWhatTheDirectoryTells(int field, byte value) throws IOException {
    byte[] archive = zip(Map.of(), "a.csv", "b.csv");
    patch(archive, 0, field, value);
    List<Member> members = members(archive);
    assertThat(refusal(members.get(0)))
        .isEqualTo(
            "file.damaged The ZIP archive is damaged here: its content cannot be unpacked whole.");
    assertThat(unpacked(members.get(1))).isEqualTo(TABLE);
  }

  @Test
  void refusesTwoFilesOfOneName() throws IOException {
    byte[] archive = renamed(zip(Map.of(), "a.csv", "b.csv"), "a.csv", StandardCharsets.UTF_8);
    assertThat(refusal(archive))
        .isEqualTo(
            "zip.twice This ZIP archive holds two files named \"a.csv\": which one is meant is not"
                + " clear.");
  }

  @Test
  void refusesAnArchiveWithoutFiles() throws IOException {
    assertThat(refusal(zip(Map.of(), ".DS_Store", "x/")))
        .isEqualTo("zip.empty There is no file in this ZIP archive.");
  }

  @Test
  void refusesWhatIsCutOff() throws IOException {
    byte[] whole = zip(Map.of(), "a.csv", "b.csv");
    for (int length : List.of(30, whole.length / 2, whole.length - 1)) {
      Path file = file(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new Readers().sheets(file))
          .isInstanceOfSatisfying(
              RunStopped.class,
              stopped ->
                  assertThat(stopped.issue().code() + " " + stopped.issue().message().en())
                      .isEqualTo(
                          "file.truncated This ZIP archive is cut off: its end did not arrive."));
      assertThat(new Readers().holds(file)).isFalse();
    }
  }

  @Test
  void namesTheLimitOfMembers() throws IOException {
    ReadLimits two = limits(1L << 32, 200, 2);
    assertThat(refusal(zip(Map.of(), "a.csv", "b.csv", "c.csv"), two))
        .isEqualTo("limit.entries This archive holds more than 2 parts (PDE_READ_ENTRIES).");
    assertThat(members(zip(Map.of(), "a.csv", "b.csv"), two)).hasSize(2);
  }

  @Test
  void namesTheLimitOfBytesOverAllMembers() throws IOException {
    ReadLimits fifteen = limits(15, 200, 10);
    assertThat(refusal(zip(Map.of(), "a.csv", "b.csv"), fifteen))
        .isEqualTo(
            "limit.inflated The content has more than 15 bytes unpacked (PDE_READ_ENTRY_BYTES).");
  }

  @Test
  void refusesBombsBeforeAnythingIsUnpacked() throws IOException {
    byte[] one = zip(Map.of("bom.csv", 65 << 20), "bom.csv");
    assertThat(refusal(one))
        .isEqualTo(
            "limit.ratio The content grows more than 200 times when unpacked (zip bomb;"
                + " PDE_READ_RATIO).");
    // Each of them alone is small.
    byte[] many = zip(Map.of("a.csv", 33 << 20, "b.csv", 33 << 20), "a.csv", "b.csv");
    assertThat(refusal(many)).startsWith("limit.ratio ");
    assertThat(members(many, limits(1L << 32, 2000, 10))).hasSize(2);
  }

  @Test
  void refusesPartsThatLieOverEachOther() throws IOException {
    byte[] archive = zip(Map.of(), "a.csv", "b.csv");
    patch(archive, 1, ENTRY_START, (byte) 0);
    assertThat(refusal(archive))
        .isEqualTo("zip.overlap The parts of this ZIP archive lie over each other (zip bomb).");
  }

  @Test
  void readsArchivesOfThe64BitKind() throws IOException {
    assertThat(unpacked(members(wide("a.csv")).get(0))).isEqualTo(TABLE);
  }

  @Test
  void survivesEveryDamagedByte() throws IOException {
    byte[] whole = zip(Map.of(), "a.csv", "b/c.csv");
    for (int at = 0; at < whole.length; at++) {
      for (int value : new int[] {0, 0xFF, whole[at] ^ 1}) {
        byte[] damaged = whole.clone();
        damaged[at] = (byte) value;
        Path file = file(damaged);
        assertThatCode(() -> everything(file))
            .as("byte %d = %d", at, value)
            .doesNotThrowAnyException();
      }
    }
  }

  private void everything(Path file) throws IOException {
    try {
      for (Member member : seen(new Readers(), file)) {
        try {
          unpacked(member);
        } catch (RunStopped refused) {
          assertThat(refused.issue().message().en()).isNotEmpty();
        }
      }
    } catch (RunStopped refused) {
      assertThat(refused.issue().message().en()).isNotEmpty();
    }
  }

  private static ReadLimits limits(long bytes, int ratio, int entries) {
    ReadLimits usual = ReadLimits.DEFAULT;
    return new ReadLimits(
        usual.rows(),
        usual.columns(),
        usual.cellCharacters(),
        usual.recordCharacters(),
        usual.sharedBytes(),
        bytes,
        ratio,
        entries);
  }

  private List<Member> members(byte[] archive) throws IOException {
    return members(archive, ReadLimits.DEFAULT);
  }

  private List<Member> members(byte[] archive, ReadLimits limits) throws IOException {
    Path file = file(archive);
    assertThat(new Readers().holds(file)).isTrue();
    return seen(new Readers(limits), file);
  }

  private static List<Member> seen(Readers readers, Path file) {
    List<Member> members = new ArrayList<>();
    readers.visit(file, "kiriman.zip", members::add);
    return members;
  }

  private String refusal(byte[] archive) throws IOException {
    return refusal(archive, ReadLimits.DEFAULT);
  }

  private String refusal(byte[] archive, ReadLimits limits) throws IOException {
    try {
      members(archive, limits);
    } catch (RunStopped stopped) {
      assertThat(stopped.issue().location().shown()).isEqualTo("kiriman.zip");
      return stopped.issue().code() + " " + stopped.issue().message().en();
    }
    throw new AssertionError("was not refused");
  }

  private String refusal(Member member) throws IOException {
    try {
      unpacked(member);
    } catch (RunStopped stopped) {
      assertThat(stopped.issue().location().shown()).isEqualTo(member.path());
      return stopped.issue().code() + " " + stopped.issue().message().en();
    }
    throw new AssertionError("was not refused");
  }

  private String unpacked(Member member) throws IOException {
    Path target = folder.resolve("unpacked");
    Files.deleteIfExists(target);
    member.unpack(target);
    return Files.readString(target);
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("archive"), content);
  }

  private static byte[] zip(Map<String, Integer> zeros, String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          Integer size = zeros.get(name);
          zip.write(size == null ? TABLE.getBytes(StandardCharsets.UTF_8) : new byte[size]);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** A stored member whose sizes stand in the 64-bit field, and an end of the 64-bit kind. */
  private static byte[] wide(String name) {
    byte[] content = TABLE.getBytes(StandardCharsets.UTF_8);
    CRC32 crc = new CRC32();
    crc.update(content);
    ByteBuffer out = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(0x04034b50).putShort((short) 45).putInt(0).putInt(0).putInt((int) crc.getValue());
    out.putInt(content.length).putInt(content.length);
    out.putShort((short) name.length()).putShort((short) 0);
    out.put(name.getBytes(StandardCharsets.US_ASCII)).put(content);
    int directory = out.position();
    out.putInt(0x02014b50).putShort((short) 45).putShort((short) 45).putInt(0).putInt(0);
    out.putInt((int) crc.getValue()).putInt(-1).putInt(-1);
    out.putShort((short) name.length()).putShort((short) 28).putShort((short) 0);
    out.putShort((short) 0).putShort((short) 0).putInt(0).putInt(-1);
    out.put(name.getBytes(StandardCharsets.US_ASCII));
    out.putShort((short) 1).putShort((short) 24);
    out.putLong(content.length).putLong(content.length).putLong(0);
    int end = out.position();
    out.putInt(0x06064b50)
        .putLong(44)
        .putShort((short) 45)
        .putShort((short) 45)
        .putInt(0)
        .putInt(0);
    out.putLong(1).putLong(1).putLong(end - directory).putLong(directory);
    out.putInt(0x07064b50).putInt(0).putLong(end).putInt(1);
    out.putInt(0x06054b50).putInt(0).putShort((short) -1).putShort((short) -1);
    out.putInt(-1).putInt(-1).putShort((short) 0);
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Changes a byte of an entry of the directory. */
  private static void patch(byte[] archive, int entry, int field, byte value) {
    int seen = 0;
    for (int at = 0; at < archive.length - 4; at++) {
      if (ByteBuffer.wrap(archive, at, 4).getInt() == 0x504b0102 && seen++ == entry) {
        archive[at + field] = value;
      }
    }
  }

  /** Gives every member whose name has that many bytes another one, without a word on charset. */
  private static byte[] renamed(byte[] archive, String name, Charset charset) {
    byte[] wanted = name.getBytes(charset);
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < archive.length - 46; at++) {
      boolean local = bytes.getInt(at) == 0x04034b50;
      if (local || bytes.getInt(at) == 0x02014b50) {
        int flags = local ? at + 6 : at + 8;
        bytes.putShort(flags, (short) (bytes.getShort(flags) & ~(1 << 11)));
        assertThat(bytes.getShort(local ? at + 26 : at + 28)).isEqualTo((short) wanted.length);
        bytes.put(at + (local ? 30 : 46), wanted);
      }
    }
    return archive;
  }
}
