package id.pde.normalise.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Identifiers inside free text; all of them are invented and marked so. */
class ScrubTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NIK saya 3574041806779004, tolong cek     | NIK saya [NIK], tolong cek
          KK 3574 0418 0677 9004 belum jadi         | KK [NIK] belum jadi
          nik:357404 180677 9004.                   | nik:[NIK].
          (35.74.04.180677.9004)                    | ([NIK])
          NIK3574041806779004dan                    | NIK[NIK]dan
          NIK 3574-0418-0677-9004                   | NIK [NIK]
          3574041806779004 3574041806779005         | [NIK] [NIK]
          3574041806779004/3574041806779005         | [NIK]/[NIK]
          NIP 19770406 200312 1 903                 | NIP [NIP]
          NIP. 197704062003121903                   | NIP. [NIP]
          NOP 35.74.010.001.012-0123.0              | NOP [NOP]
          NOP 357401000101201230                    | NOP [NOP]
          NPWP 01.234.567.8-901.234                 | NPWP [NPWP]
          NPWP 012345678901234                      | NPWP [NPWP]
          kartu 12345678901234567890                | kartu [NOMOR]
          hubungi 081200001234 ya                   | hubungi [TELEPON] ya
          WA 0812-0000-1234                         | WA [TELEPON]
          0812 0000 1234 (pagi)                     | [TELEPON] (pagi)
          0812 000 01 234                           | [TELEPON]
          +62 812-0000-1234                         | [TELEPON]
          62812 0000 1234                           | [TELEPON]
          6281200001234                             | [TELEPON]
          telp (0335) 000123                        | telp [TELEPON]
          telp 0335-000123, jam kerja               | telp [TELEPON], jam kerja
          telp 0335 000 123                         | telp [TELEPON]
          0812-0000-1234 2 orang                    | [TELEPON] 2 orang
          0812–0000–1234                            | [TELEPON]
          +6281-2000-0905-9                         | [TELEPON]
          1990 0101 2010 1219 01                    | [NIP]
          surel warga.satu+x@contoh.go.id.          | surel [EMAIL].
          a@b.id,c@d.or.id                          | [EMAIL],[EMAIL]
          ０８１２００００１２３４                    | [TELEPON]
          """)
  void takesIdentifiersOut(String text, String scrubbed) {
    assertThat(Scrub.text(text)).isEqualTo(scrubbed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Jalan rusak sejak 12-08-2024 di RT 03 RW 05",
        "12-08-2024 10-08-2024",
        "12/08/2024 13:45",
        "08.00 - 09.00 WIB",
        "08-12-2024",
        "08:00 2024",
        "Rp 1.500.000",
        "Rp 1.500.000.000.000.000",
        "12.500.000 1.250.000 1.000",
        "tahun 2021 2022 2023 2024",
        "-7.754312, 113.215942",
        "tiket #20250212345",
        "nomor 7300134",
        "5.000,00 dan 0,5 persen",
        "kirim ke admin@ atau @warga",
        "jam 09.30-11.30, tgl 01.02.2024",
        "Kode pos 67219",
        "62 orang 8 anak"
      })
  void leavesTheRest(String text) {
    assertThat(Scrub.text(text)).isEqualTo(text);
  }
}
