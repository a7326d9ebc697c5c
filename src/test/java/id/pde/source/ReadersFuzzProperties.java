package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.run.Delivery;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken in a file: it is read, or refused in words; nothing else comes out. */
class ReadersFuzzProperties {

  private static final Mapping MAPPING =
      Mappings.of(Mappings.sheet(new SheetChoice.All()), "NIK", "Nama");

  @TempDir Path folder = Path.of("");

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void aMutatedFileIsReadOrRefused(long seed) throws IOException {
    RandomGenerator random = new Random(seed);
    byte[][] originals = {
      "NIK;Nama;Kota\n1;\"Ani \"\"A\"\"\";x\n2;\"B\nC\";y\n"
          .repeat(3)
          .getBytes(StandardCharsets.UTF_8),
      Workbooks.xlsx(ReadersFuzzProperties::fill),
      Workbooks.xls(ReadersFuzzProperties::fill),
      "{\"n\": 2, \"data\": [{\"NIK\": 1.5e3, \"Nama\": {\"a\": [1, \"\u00e9\"]}}, {\"NIK\": null}]}"
          .getBytes(StandardCharsets.UTF_8),
      new DbfBytes(0x03)
          .field("NIK", 'N', 4)
          .field("Nama", 'C', 5)
          .field("Lahir", 'D', 8)
          .record(" 12.5Ani  20260517")
          .record("*   1Budi 20250101")
          .bytes()
    };
    for (int round = 0; round < 40; round++) {
      for (byte[] original : originals) {
        attempt(mutated(original, random), seed, round);
      }
    }
  }

  private static void fill(Workbook book) {
    Workbooks.rows(
        book.createSheet("S"),
        Workbooks.row("NIK", "Nama"),
        Workbooks.row(1.5, "Ani"),
        Workbooks.row(2, "Budi"));
    book.getSheetAt(0).getRow(1).createCell(2).setCellFormula("A2*2");
  }

  private static byte[] mutated(byte[] original, RandomGenerator random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private void attempt(byte[] content, long seed, int round) throws IOException {
    Path file = Files.write(folder.resolve("mutant"), content);
    Delivery delivery = new Delivery("mutant", file, "0", content.length, Delivery.Form.FILE, null);
    try {
      new Readers().read(delivery, MAPPING, new Seen());
      new Readers().sheets(file);
    } catch (RunStopped refused) {
      assertThat(refused.issue().code()).as("seed %d, round %d", seed, round).isNotEmpty();
    }
  }
}
