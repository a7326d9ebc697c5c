package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RunStopped;
import io.github.spannm.jackcess.ColumnBuilder;
import io.github.spannm.jackcess.DataType;
import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.Database.FileFormat;
import io.github.spannm.jackcess.DatabaseBuilder;
import io.github.spannm.jackcess.Table;
import io.github.spannm.jackcess.TableBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadersAccessTest {

  @TempDir Path folder = Path.of("");

  private Path database(FileFormat format) throws IOException {
    Path file = folder.resolve("db");
    try (Database database = DatabaseBuilder.create(format, file.toFile())) {
      Table people =
          new TableBuilder("Orang")
              .addColumn(new ColumnBuilder("NIK", DataType.TEXT))
              .addColumn(new ColumnBuilder("Gaji", DataType.MONEY))
              .addColumn(new ColumnBuilder("Berat", DataType.DOUBLE))
              .addColumn(new ColumnBuilder("Lahir", DataType.SHORT_DATE_TIME))
              .addColumn(new ColumnBuilder("Aktif", DataType.BOOLEAN))
              .addColumn(new ColumnBuilder("Foto", DataType.OLE))
              .addColumn(new ColumnBuilder("Catatan", DataType.MEMO))
              .addColumn(new ColumnBuilder("Luas", DataType.NUMERIC).withPrecision(20).withScale(4))
              .toTable(database);
      people.addRow(
          "3174012345678901",
          new BigDecimal("1234.5600"),
          0.1,
          LocalDateTime.of(1990, 5, 17, 0, 0),
          true,
          new byte[] {1},
          "a\nb",
          new BigDecimal("1234567890123456.7800"));
      people.addRow(
          "2", null, -2.0, LocalDateTime.of(1899, 12, 30, 8, 30), false, null, null, null);
      people.addRow("3", null, null, LocalDateTime.of(2026, 1, 2, 3, 4, 5), false, null, "", null);
      new TableBuilder("Alamat")
          .addColumn(new ColumnBuilder("Jalan", DataType.TEXT))
          .toTable(database)
          .addRow("Melati");
      database.createLinkedTable("Tautan", folder.resolve("lain.mdb").toString(), "Rahasia");
    }
    return file;
  }

  private static Seen read(Path file, String sheet) throws IOException {
    Seen seen = new Seen();
    new Readers()
        .read(
            new Delivery("kota.mdb", file, "0", Files.size(file), Delivery.Form.FILE, null),
            Mappings.of(Mappings.sheet(new SheetChoice.Named(List.of(sheet))), "NIK"),
            seen);
    return seen;
  }

  @ParameterizedTest
  @EnumSource(
      value = FileFormat.class,
      names = {"V2000", "V2003", "V2007", "V2010", "V2016"})
  void everyValueIsReadExactly(FileFormat format) throws IOException {
    Seen seen = read(database(format), "orang");
    assertThat(seen.lines)
        .containsExactly(
            "table Orang@0 1:NIK|2:Gaji|3:Berat|4:Lahir|5:Aktif|6:Foto|7:Catatan|8:Luas",
            "row 1@1 3174012345678901|1234.56|0.1|1990-05-17|true|null|a\nb|1234567890123456.78",
            "row 2@2 2|null|-2|08:30:00|false|null|null|null",
            "row 3@3 3|null|null|2026-01-02T03:04:05|false|null|null|null",
            "note access.linked kota.mdb",
            "note access.unread kota.mdb");
    assertThat(seen.rows.get(1).location(1).shown()).isEqualTo("row 2 of Orang (Gaji)");
    assertThat(seen.issues)
        .extracting(issue -> issue.message().en())
        .containsExactly(
            "Linked tables are not read, their data are in another file: Tautan.",
            "1 values are not read: pictures, attachments or fields of several values.");
  }

  @Test
  void itsTablesAreItsSheets() throws IOException {
    GridSource grids = new Readers();
    assertThat(grids.sheets(database(FileFormat.V2010)))
        .extracting(GridSource.Sheet::name)
        .containsExactly("Alamat", "Orang");
  }

  @Test
  void anEncryptedDatabaseIsRefusedByName() throws IOException {
    byte[] bytes = Files.readAllBytes(database(FileFormat.V2003));
    // The key of Jet's encoding; the header is masked, so that any change of it is another key.
    bytes[0x3E] ^= 0x55;
    Path locked = Files.write(folder.resolve("locked"), bytes);
    assertThat(refusal(locked))
        .isEqualTo("file.password This Access database is protected by a password or encrypted.");
  }

  @Test
  void aDatabaseThatIsCutOffIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(database(FileFormat.V2003));
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(refusal(cut)).startsWith("file.damaged ");
  }

  private static String refusal(Path file) {
    RunStopped stopped = catchThrowableOfType(RunStopped.class, () -> read(file, "Orang"));
    assertThat(stopped).isNotNull();
    return stopped.issue().code() + " " + stopped.issue().message().en();
  }
}
