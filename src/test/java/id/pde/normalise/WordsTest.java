package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnSpec.UnknownCode;
import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  private static Sample text() {
    return Sample.of(new ColumnType.TextType());
  }

  private static Sample truth() {
    return Sample.of(new ColumnType.BooleanType());
  }

  private static Sample nik() {
    return Sample.of(new ColumnType.NikType());
  }

  private static Sample code(String list) {
    return Sample.of(new ColumnType.CodeType(list));
  }

  @Test
  void tidiesText() {
    assertThat(text().read("  Sumber \t\u00A0 Taman ")).isEqualTo("Sumber Taman");
    assertThat(text().read("satu \r\n dua\r\rtiga\n")).isEqualTo("satu\ndua\n\ntiga");
    assertThat(text().read("\uFEFFKademangan\u200B")).isEqualTo("Kademangan");
    assertThat(text().read("\uD83D\uDC68\u200D\uD83D\uDC67"))
        .isEqualTo("\uD83D\uDC68\u200D\uD83D\uDC67");
    assertThat(text().read(" \u00A0 ")).isNull();
    assertThat(text().read("")).isNull();
    assertThat(text().read((String) null)).isNull();
  }

  @Test
  void writesKeysOnOneLine() {
    assertThat(text().key().read("A\r\n1\u00AD\u200D")).isEqualTo("A 1");
  }

  @Test
  void keepsExactText() {
    assertThat(text().exact().read(" a\t\r\n b ")).isEqualTo(" a\t\r\n b ");
  }

  @Test
  void refusesTextThatCannotBeStored() {
    assertThat(text().read("a\0b")).isEqualTo("reject text.nul");
    assertThat(text().exact().read("a\uD83D")).isEqualTo("reject text.undecodable");
    assertThat(text().read("\uDC68a")).isEqualTo("reject text.undecodable");
    assertThat(code("jk").unknown(UnknownCode.KEEP).read("a\0")).isEqualTo("reject text.nul");
  }

  @Test
  void writesCellsAsText() {
    Sample sample = text().sheet();
    assertThat(sample.read(new Cell.Numeric("67211", null))).isEqualTo("67211");
    assertThat(sample.read(new Cell.Numeric("0.30000000000000004", null))).isEqualTo("0.3");
    assertThat(sample.read(new Cell.Numeric("3574010107900012", null)))
        .isEqualTo("3574010107900012 warn text.number-cell");
    assertThat(sample.read(new Cell.Moment(LocalDate.of(2024, 10, 14))))
        .isEqualTo("2024-10-14 warn text.date-cell");
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo("true");
    assertThat(sample.read(new Cell.Failure("#N/A"))).isEqualTo("reject cell.error");
    assertThat(sample.read(new Cell.Words(" a  b "))).isEqualTo("a b");
  }

  @Test
  void givesTextItsDeclaredWords() {
    Sample sample = text().words(List.of("TAD", "-"), Map.of("kec. mayangan", "Mayangan"));
    assertThat(sample.read("tad")).isNull();
    assertThat(sample.read("Kec. Mayangan ")).isEqualTo("Mayangan");
    assertThat(sample.read("Wonoasih")).isEqualTo("Wonoasih");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Ya | true",
        "TIDAK | false",
        "y | true",
        "T | false",
        "Ada | true",
        "Tidak Ada | false",
        "tidak  ada | false",
        "Sudah | true",
        "Belum | false",
        "1 | true",
        "0 | false",
        "TRUE | true",
        "False | false",
        "benar | true",
        "salah | false",
        "v | true",
        "V | true",
        "\u2713 | true",
        "\u00FC | true",
        "Yes | true",
        "no | false",
        "\u00A0ya\u00A0 | true",
        "- | reject boolean.invalid",
        "x | reject boolean.invalid",
        "f | reject boolean.invalid",
        "2 | reject boolean.invalid",
        "mungkin | reject boolean.invalid",
      })
  void readsTruth(String raw, String expected) {
    assertThat(truth().read(raw)).hasToString(expected);
  }

  @Test
  void declaredWordsReplaceTheKnownOnes() {
    Sample sample = truth().when(List.of("v"), List.of("-"));
    assertThat(sample.read("V")).isEqualTo(true);
    assertThat(sample.read("-")).isEqualTo(false);
    assertThat(sample.read("Ya")).isEqualTo("reject boolean.invalid");
    assertThat(truth().when(List.of("Lunas"), List.of()).read("tidak")).isEqualTo(false);
  }

  @Test
  void readsTruthCells() {
    assertThat(truth().sheet().read(new Cell.Logical(false))).isEqualTo(false);
    assertThat(truth().sheet().read(new Cell.Numeric("1", null))).isEqualTo(true);
    assertThat(truth().sheet().read(new Cell.Numeric("3", null)))
        .isEqualTo("reject boolean.invalid");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "3574010107900012 | 3574010107900012",
        "3574014107900012 | 3574014107900012",
        "357401 010790 0012 | 3574010107900012",
        "35.74.01.010790.0012 | 3574010107900012",
        "'3574010107900012 | 3574010107900012",
        "3574012902000012 | 3574012902000012",
        "3574012902010012 | reject nik.date",
        "3574013002000012 | reject nik.date",
        "3574010007900012 | reject nik.date",
        "3574017207900012 | reject nik.date",
        "3574013207900012 | reject nik.date",
        "3574014007900012 | reject nik.date",
        "3574010113900012 | reject nik.date",
        "3574010100900012 | reject nik.date",
        "3574010107900000 | reject nik.serial",
        "357401010790001 | reject nik.length",
        "35740101079000123 | reject nik.length",
        "357401O107900012 | reject nik.characters",
        "35740101079000AB | reject nik.characters",
        "3,57404E+15 | reject nik.damaged",
        "3.57E15 | reject nik.damaged",
        "- | reject nik.length",
      })
  void readsNik(String raw, String expected) {
    assertThat(nik().read(raw)).isEqualTo(expected);
  }

  @Test
  void doesNotTrustNikInNumberCells() {
    assertThat(nik().sheet().read(new Cell.Numeric("3574010107900012", null)))
        .isEqualTo("3574010107900012 warn id.number-cell");
    assertThat(nik().sheet().read(new Cell.Numeric("3574010107900010", null)))
        .isEqualTo("reject nik.damaged");
    assertThat(nik().sheet().read(new Cell.Numeric("357401", null))).isEqualTo("reject nik.length");
    assertThat(nik().sheet().read(new Cell.Numeric("1.5", null)))
        .isEqualTo("reject nik.characters");
    assertThat(nik().query().read(new Cell.Numeric("3574010107900010", null)))
        .isEqualTo("3574010107900010");
  }

  @Test
  void looksUpCodes() {
    Sample sample = code("jk");
    assertThat(sample.read("L")).isEqualTo("1");
    assertThat(sample.read("Laki laki")).isEqualTo("1");
    assertThat(sample.read("LAKI\n-LAKI")).isEqualTo("1");
    assertThat(sample.read("P")).isEqualTo("2");
    assertThat(sample.read("P")).isEqualTo("2");
    assertThat(sample.read("2")).isEqualTo("2");
    assertThat(sample.read(" ")).isNull();
    assertThat(sample.sheet().read(new Cell.Numeric("1", null))).isEqualTo("1");
    assertThat(sample.read("X")).isEqualTo("reject code.unknown");
    assertThat(code("jk").unknown(UnknownCode.REJECT).read("X")).isEqualTo("reject code.unknown");
    assertThat(code("jk").unknown(UnknownCode.KEEP).read(" X  y "))
        .isEqualTo("X y warn code.unknown");
    assertThat(code("lain").read("X")).isEqualTo("reject code.no-list");
  }

  @Test
  void doesNotTakeACodeThatLostItsZeroForAnother() {
    Sample sample = code("urusan").sheet();
    assertThat(sample.read("2.1")).isEqualTo("2.1");
    assertThat(sample.read("2.10")).isEqualTo("2.10");
    assertThat(sample.read("35.1")).isEqualTo("reject code.unknown");
    assertThat(sample.read("3574")).isEqualTo("35.74");
    assertThat(sample.read("35.74.")).isEqualTo("35.74");
    assertThat(sample.read(new Cell.Numeric("35.74", null))).isEqualTo("35.74");
    assertThat(sample.read(new Cell.Numeric("35.1", null))).isEqualTo("reject code.unknown");
    assertThat(sample.read(new Cell.Numeric("2.1", null))).isEqualTo("reject code.damaged");
    assertThat(sample.read(new Cell.Numeric("2.2", null))).isEqualTo("reject code.damaged");
    assertThat(sample.read(new Cell.Numeric("2.1", "0.00"))).isEqualTo("2.10");
    assertThat(sample.read(new Cell.Numeric("7", "00"))).isEqualTo("07");
    assertThat(sample.read(new Cell.Numeric("7", null))).isEqualTo("reject code.unknown");
  }

  @Test
  void asksForRequiredValues() {
    assertThat(text().required().read(" ")).isEqualTo("reject required.missing");
    assertThat(text().key().read((String) null)).isEqualTo("reject required.missing");
    assertThat(nik().required().read("123")).isEqualTo("reject nik.length");
    assertThat(nik().required().emptyInvalid().read("123"))
        .isEqualTo("reject nik.length, required.missing");
    assertThat(nik().emptyInvalid().read("123")).isEqualTo("null warn nik.length");
    assertThat(code("jk").key().read("X")).isEqualTo("reject code.unknown");
    assertThat(truth().required().read("ya")).isEqualTo(true);
  }
}
