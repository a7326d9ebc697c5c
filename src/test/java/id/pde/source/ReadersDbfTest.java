package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.mapping.Mapping;
import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadersDbfTest {

  private static final Mapping NAMES = Mappings.of("NIK", "NAMA");

  @TempDir Path folder = Path.of("");

  private static DbfBytes people() {
    return new DbfBytes(0x03).field("NIK", 'N', 17).field("NAMA", 'C', 5);
  }

  private Seen read(Mapping mapping, byte[] content) throws IOException {
    Seen seen = new Seen();
    Path file = Files.write(folder.resolve("file"), content);
    new Readers()
        .read(
            new Delivery("orang.dbf", file, "0", content.length, Delivery.Form.FILE, null),
            mapping,
            seen);
    return seen;
  }

  private String refusal(byte[] content) {
    RunStopped stopped = catchThrowableOfType(RunStopped.class, () -> read(NAMES, content));
    assertThat(stopped).isNotNull();
    return stopped.issue().code() + " " + stopped.issue().message().en();
  }

  @Test
  void recordsAreReadAndDeletedOnesAreFiltered() throws IOException {
    Seen seen =
        read(
            NAMES,
            people()
                .record("  3174012345678901Ani  ")
                .record("*                2Budi ")
                .record("                 3 Cici")
                .bytes());
    assertThat(seen.lines)
        .containsExactly(
            "table orang.dbf@0 1:NIK|2:NAMA",
            "row 1@1 3174012345678901|Ani",
            "SKIP 2@2 2|Budi",
            "row 3@3 3| Cici",
            "note dbf.deleted orang.dbf");
    assertThat(seen.rows.get(1).location(1).shown()).isEqualTo("row 3 of orang.dbf (NAMA)");
    assertThat(seen.issues.get(0).message().en())
        .isEqualTo("1 records that are marked as deleted are passed over.");
  }

  @Test
  void everyTypeIsReadExactly() throws IOException {
    byte[] table =
        new DbfBytes(0x30)
            .field("N", 'N', 6)
            .field("F", 'F', 8)
            .field("D", 'D', 8)
            .field("L", 'L', 1)
            .field("I", 'I', 4)
            .field("Y", 'Y', 8)
            .field("B", 'B', 8)
            .field("T", 'T', 8)
            .field("M", 'M', 4)
            .field("V", 'V', 4, 2)
            .field("_NullFlags", '0', 1, 1)
            .record(
                " "
                    + " 12.50"
                    + "1.50e+03"
                    + "20260517"
                    + "T"
                    + DbfBytes.little(-7, 4)
                    + DbfBytes.little(123_456_789_012L, 8)
                    + DbfBytes.little(Double.doubleToLongBits(0.1), 8)
                    + DbfBytes.little(2_461_178L | 45_296_789L << 32, 8)
                    + DbfBytes.little(9, 4)
                    + "a  \1"
                    + "\1")
            .record(
                " ******        00000000?"
                    + "\0".repeat(20)
                    + "        "
                    + "\0\0\0\0"
                    + "xxxx"
                    + "\2")
            .record(
                "    abc       .20260231x"
                    + "\0".repeat(12)
                    + DbfBytes.little(Double.doubleToLongBits(Double.NaN), 8)
                    + DbfBytes.little(-5, 8)
                    + "    "
                    + "ab  "
                    + "\0")
            .bytes();
    Seen seen = read(Mappings.of("N"), table);
    assertThat(seen.lines)
        .containsExactly(
            "table orang.dbf@0 1:N|2:F|3:D|4:L|5:I|6:Y|7:B|8:T|9:M|10:V",
            "row 1@1 12.5|1500|2026-05-17|true|-7|12345678.9012|0.1|2026-05-17T12:34:56|null|a",
            "row 2@2 ******|null|null|null|0|0|0|null|null|null",
            "row 3@3 abc|.|20260231|x|0|0|#NUM!|#NUM!|null|ab",
            "note dbf.memo orang.dbf");
    assertThat(seen.rows.get(1).cell(0)).isEqualTo(new Cell.Failure("******"));
  }

  @Test
  void theCharsetIsDeclaredOrUnicodeOrWhatTheHeaderSays() throws IOException {
    // Caf\u00e9 in code page 850, in UTF-8 below a header that says 850, and in windows-1252.
    byte[] dos = people().driver(0x02).record("                 1Caf\u0082 ").bytes();
    byte[] unicode = people().driver(0x02).record("                 1Caf\u00c3\u00a9").bytes();
    byte[] unnamed = people().record("                 1Caf\u00e9 ").bytes();
    String row = "row 1@1 1|Caf\u00e9";
    for (byte[] table : List.of(dos, unicode, unnamed)) {
      assertThat(read(NAMES, table).lines)
          .containsExactly("table orang.dbf@0 1:NIK|2:NAMA", row, "note charset.assumed orang.dbf");
    }
    assertThat(read(NAMES, unicode).issues.get(0).message().en())
        .isEqualTo("The texts of this table are read as UTF-8 since all of it fits.");
    assertThat(read(NAMES, dos).issues.get(0).message().en())
        .isEqualTo("The texts of this table are read as IBM850 as the header of the table says.");
    assertThat(read(Mappings.of(Mappings.charset("ibm850"), "NIK"), unicode).lines)
        .containsExactly("table orang.dbf@0 1:NIK|2:NAMA", "row 1@1 1|Caf\u251c\u00ae");
  }

  @Test
  void aSignThatTheEndOfItsFieldCutsIsNotReplacedInSilence() throws IOException {
    byte[] cut =
        people()
            .record("                 1Caf\u00c3\u00a9")
            .record("                 2Cafe\u00c3")
            .bytes();
    assertThat(read(NAMES, cut).rows.get(1).text(1)).isEqualTo("Cafe\udcc3");
  }

  @Test
  void aTableThatIsNotWholeIsRefused() {
    DbfBytes table = people().record("                 1Ani  ").record("                 2Budi ");
    byte[] whole = table.bytes();
    assertThat(refusal(Arrays.copyOf(whole, whole.length - 3)))
        .isEqualTo(
            "dbf.records The header says 2 records, but the file holds 1: the file is cut off.");
    assertThat(refusal(table.claims(1).bytes()))
        .isEqualTo(
            "dbf.records The header says 1 records, but the file holds 2: its header was not"
                + " written to the end.");
    byte[] encrypted = whole.clone();
    encrypted[15] = 1;
    assertThat(refusal(encrypted))
        .isEqualTo("file.password This dBASE table is encrypted and cannot be read.");
    byte[] narrow = whole.clone();
    narrow[10] = 5;
    assertThat(refusal(narrow))
        .isEqualTo(
            "file.damaged The content of the file is damaged: it cannot be read to its end.");
  }

  @Test
  void itsBareGridLeavesDeletedRecordsOut() throws IOException {
    Path file =
        Files.write(
            folder.resolve("orang.dbf"),
            people().record("*                1Ani  ").record("  3174012345678901Budi ").bytes());
    List<String> grid = new ArrayList<>();
    GridSource grids = new Readers();
    assertThat(grids.sheets(file).toString())
        .isEqualTo("[Sheet[index=0, name=orang.dbf, visibility=VISIBLE, rows=2, columns=2]]");
    grids.raw(
        file,
        0,
        (number, cells) ->
            grid.add(
                number
                    + " "
                    + Arrays.stream(cells).map(Cell::text).collect(Collectors.joining("|"))));
    assertThat(grid).containsExactly("1 NIK|NAMA", "2 3174012345678901|Budi");
  }
}
