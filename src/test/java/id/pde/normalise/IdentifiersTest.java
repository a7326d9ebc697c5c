package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.mapping.Identifier;
import id.pde.model.Cell;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentifiersTest {

  private static Sample of(Identifier identifier) {
    return Sample.of(new ColumnType.IdentifierType(identifier));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KK | 3574011203190001 | 3574011203190001",
        "KK | '3574.0112.0319.0001' | 3574011203190001",
        "KK | 357401120319000 | 357401120319000 warn kk.length",
        "KK | 3574015203190001 | 3574015203190001 warn kk.nik",
        "KK | 3574013202190001 | 3574013202190001 warn kk.date",
        "KK | 3574011213190001 | 3574011213190001 warn kk.date",
        "KK | 357401120319OOO1 | 357401120319OOO1 warn kk.characters",
        "KK | belum ada | belum ada warn kk.characters",
        "KK | '3,57401E+15' | reject kk.damaged",
        "NIP | 198609262015051001 | 198609262015051001",
        "NIP | 19860926 201505 1 001 | 198609262015051001",
        "NIP | 198609262015212001 | 198609262015212001",
        "NIP | 130567890 | 130567890 warn nip.old",
        "NIP | 198609262015131001 | 198609262015131001 warn nip.start",
        "NIP | 19860926201505100 | reject nip.length",
        "NIP | 198602302015051001 | reject nip.birth",
        "NIP | 198613262015051001 | reject nip.birth",
        "NIP | 018609262015051001 | reject nip.birth",
        "NIP | 198609262015053001 | reject nip.sex",
        "NIP | 198609262015051000 | reject nip.damaged",
        "NIP | '1,98609E+17' | reject nip.damaged",
        "NIP | 1986O926 201505 1 001 | reject nip.characters",
        "NIP | NIP. 198609262015051001 | reject nip.characters",
        "NPWP | 01.312.166.0-091.000 | 013121660091000",
        "NPWP | 01.312.167.0-091.000 | 013121670091000 warn npwp.check-digit",
        "NPWP | 0013121660091000 | 0013121660091000",
        "NPWP | 3574011203850001 | 3574011203850001",
        "NPWP | 3574011203850001000000 | 3574011203850001000000",
        "NPWP | 13121660091000 | reject npwp.length",
        "NPWP | 01.312.166.0-O91.000 | reject npwp.characters",
        "NPSN | 20534567 | 20534567",
        "NPSN | 69734567 | 69734567",
        "NPSN | p9984567 | P9984567",
        "NPSN | K5661234 | K5661234",
        "NPSN | 2053456 | 2053456 warn npsn.shape",
        "NPSN | 10534567 | 10534567 warn npsn.shape",
        "NPSN | menyusul | MENYUSUL warn npsn.shape",
        "NOP | 35.74.010.001.001-0001.0 | 357401000100100010",
        "NOP | 357401000100100017 | 357401000100100017",
        "NOP | 351301000100100010 | 351301000100100010 warn nop.region",
        "NOP | 357401000100100013 | 357401000100100013 warn nop.kind",
        "NOP | 357401000100101000 | 357401000100101000",
        "NOP | 35.74.010.001.001-0001 | reject nop.length",
        "NOP | 35.74.010.001.001/0001.0 | reject nop.characters",
        "PHONE | 081234567890 | 081234567890",
        "PHONE | 0812-3456-7890 | 081234567890",
        "PHONE | +62 812 3456 7890 | 081234567890",
        "PHONE | 6281234567890 | 081234567890",
        "PHONE | +62 (0)335 421234 | 0335421234",
        "PHONE | (0335) 421234 | 0335421234",
        "PHONE | 81234567890 | 81234567890 warn phone.zero",
        "PHONE | 421234 | 421234 warn phone.shape",
        "PHONE | 0335-421234 ext. 12 | 0335-421234 ext. 12 warn phone.shape",
        "PHONE | 081234567890 / 081234567891 | 081234567890 / 081234567891 warn phone.several",
        "PHONE | '0335 421234, 0335 422222' | 0335 421234, 0335 422222 warn phone.several",
        "PHONE | '081234567890\n081234567891' | 081234567890 081234567891 warn phone.several",
        "POSTAL_CODE | 67211 | 67211",
        "POSTAL_CODE | 67 239 | 67239",
        "POSTAL_CODE | 67240 | 67240 warn postal_code.city",
        "POSTAL_CODE | 6721 | reject postal_code.length",
        "POSTAL_CODE | 6721O | reject postal_code.characters",
        "EMAIL | diskominfo@ProbolinggoKota.go.id | diskominfo@probolinggokota.go.id",
        "EMAIL | sri.wahyuni+pbb@contoh.co.id | sri.wahyuni+pbb@contoh.co.id",
        "EMAIL | diskominfo@probolinggokota | reject email.shape",
        "EMAIL | 'a@b.id, c@d.id' | reject email.shape",
        "EMAIL | a..b@contoh.id | reject email.shape",
        "EMAIL | a(at)contoh.id | reject email.shape",
      })
  void readsEachFormAndNamesEachFault(Identifier identifier, String text, String read) {
    assertThat(of(identifier).read(text)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "KK, 3574011203190001, 3574011203190001 warn id.number-cell",
    "KK, 3574011203190000, reject kk.damaged",
    "NIP, 198609262015051000, reject nip.damaged",
    "NIP, 130567890, 130567890 warn nip.old",
    "NPWP, 3574011203850001, 3574011203850001 warn id.number-cell",
    "NPWP, 3574011203850000, reject npwp.damaged",
    "NPWP, 13121660091000, reject npwp.length",
    "NPSN, 20534567, 20534567",
    "NOP, 357401000100100000, reject nop.damaged",
    "PHONE, 81234567890, 81234567890 warn phone.zero",
    "POSTAL_CODE, 67211, 67211",
    "POSTAL_CODE, 67211.5, reject postal_code.characters",
    "EMAIL, 67211, reject email.characters",
  })
  void knowsWhatNumberCellsOfASheetKeep(Identifier identifier, String exact, String read) {
    assertThat(of(identifier).sheet().read(new Cell.Numeric(exact, null))).isEqualTo(read);
  }

  @Test
  void trustsTheNumbersOfADatabase() {
    assertThat(of(Identifier.NIP).query().read(new Cell.Numeric("198609262015051001", null)))
        .isEqualTo("198609262015051001");
  }

  @ParameterizedTest
  @EnumSource
  void refusesDateAndTruthCells(Identifier identifier) {
    String code = "reject " + identifier.word() + ".characters";
    Sample sample = of(identifier).sheet();
    assertThat(sample.read(new Cell.Moment(LocalDate.of(2024, 1, 1)))).isEqualTo(code);
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo(code);
    assertThat(sample.read(new Cell.Words(" \u00A0"))).isNull();
  }
}
