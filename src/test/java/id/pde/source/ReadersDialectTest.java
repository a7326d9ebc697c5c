package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.SourceUnreadable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What divides a text that nothing was declared of. */
class ReadersDialectTest {

  @TempDir Path folder = Path.of("");

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void shows(String why, String content, List<String> rows) {
    assertThat(TextDelivery.of(folder, content).raw()).as(why).isEqualTo(rows);
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of(
            "headings are divided, too, not only decimals",
            "Kode\tNilai\n1\t2,5\n2\t3,5\n3\t4,5\n",
            List.of("1 Kode|Nilai", "2 1|2,5", "3 2|3,5", "4 3|4,5")),
        Arguments.of(
            "two decimals in a record make three fields of a comma",
            "A;B\n1,5;2,5\n3,5;4,5\n",
            List.of("1 A|B", "2 1,5|2,5", "3 3,5|4,5")),
        Arguments.of(
            "one column of decimals",
            "Nilai\n1.234,50\n99,25\n-3,00\n",
            List.of("1 Nilai", "2 1.234,50", "3 99,25", "4 -3,00")),
        Arguments.of(
            "one column of times",
            "Jam\n07:30:00\n08:15:00\n",
            List.of("1 Jam", "2 07:30:00", "3 08:15:00")),
        Arguments.of(
            "one column of estimates",
            "Rentang\n10~20\n20~30\n",
            List.of("1 Rentang", "2 10~20", "3 20~30")),
        Arguments.of(
            "one column of names",
            "Nama Ibu Kandung\nContoh Warga Satu\nContoh Warga Dua\n",
            List.of("1 Nama Ibu Kandung", "2 Contoh Warga Satu", "3 Contoh Warga Dua")),
        Arguments.of(
            "quotes end at the delimiter",
            "\"A\"\t\"B\"\n\"1\"\t\"2,5\"\n\"2\"\t\"3,5\"\n",
            List.of("1 A|B", "2 1|2,5", "3 2|3,5")),
        Arguments.of(
            "a rare sign before commas in texts",
            "Kode^Nama^Alamat\n1^Ani, S.Pd^Jl. A, 1\n2^Budi^Jl. B, 2\n3^Cici, ST^Jl. C\n",
            List.of(
                "1 Kode|Nama|Alamat",
                "2 1|Ani, S.Pd|Jl. A, 1",
                "3 2|Budi|Jl. B, 2",
                "4 3|Cici, ST|Jl. C")),
        Arguments.of(
            "colons below headings",
            "nama:uid:rumah\nani:1:/a\nbudi:2:/b\n",
            List.of("1 nama|uid|rumah", "2 ani|1|/a", "3 budi|2|/b")),
        Arguments.of(
            "blanks where texts with blanks are quoted",
            "kode nama nilai\n1 \"Ani B\" 2,5\n2 \"Budi C\" 3,5\n",
            List.of("1 kode|nama|nilai", "2 1|Ani B|2,5", "3 2|Budi C|3,5")),
        Arguments.of(
            "a blank that belongs to every comma",
            "kode, nama, kota\n1, \"Ani, S.Pd\", \n2, Budi, B\n",
            List.of("1 kode|nama|kota", "2 1|Ani, S.Pd|", "3 2|Budi|B")),
        Arguments.of(
            "remarks of a program",
            "# dibuat: hari ini\n# oleh: sistem\n# baris: 1\na,b,c\n",
            List.of("1 # dibuat: hari ini", "2 # oleh: sistem", "3 # baris: 1", "4 a|b|c")),
        Arguments.of(
            "apostrophes that hold a comma",
            "kode,nama\n1,'Ani, S.Pd'\n2,'Budi'\n",
            List.of("1 kode|nama", "2 1|Ani, S.Pd", "3 2|Budi")),
        Arguments.of(
            "apostrophes that begin a text only",
            "kode,nama\n1,'0812\n2,'0813\n",
            List.of("1 kode|nama", "2 1|'0812", "3 2|'0813")),
        Arguments.of(
            "a backslash before quotes",
            "kode,nama\n1,\"Ani \\\"A\\\", S.Pd\"\n2,\"Budi\"\n",
            List.of("1 kode|nama", "2 1|Ani \"A\", S.Pd", "3 2|Budi")),
        Arguments.of(
            "a backslash at the end of a path",
            "kode,map\n1,\"C:\\data\\\"\n2,\"D:\\\"\n",
            List.of("1 kode|map", "2 1|C:\\data\\", "3 2|D:\\")));
  }

  /** A first record whose quote stays open leaves nothing to look at. */
  @Test
  void refusesAnOpenQuoteInTheFirstRecord() {
    TextDelivery delivery = TextDelivery.of(folder, "a,\"b,c\nd,e,f\n");
    assertThatThrownBy(delivery::raw).isInstanceOf(SourceUnreadable.class);
  }
}
