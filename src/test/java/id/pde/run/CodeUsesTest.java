package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping names only what its code list has. */
class CodeUsesTest {

  @TempDir Path root = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level: kecamatan | column.level a: the code list tempat has no level "kecamatan"
          parent: "9"      | column.parent a: the code list tempat has no parent "9"
          system: bsp      | column.system a: the code list tempat has no system "bsp"
          """)
  void namesWhatTheListLacks(String key, String fault) throws IOException {
    Files.createDirectories(root.resolve("codes"));
    Files.createDirectories(root.resolve("dinsos"));
    Files.writeString(root.resolve("agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
    Files.writeString(
        root.resolve("codes/tempat.csv"), "code,name,level,parent,code_bps\n1,A,kota,,7\n");
    Path file = root.resolve("dinsos/uji.yaml");
    Files.writeString(
        file, "target: {table: t}\ncolumns:\n  a: {type: code(tempat), " + key + "}\n");
    MappingFiles files = new MappingFiles(root, new CodeListCsv());

    assertThat(files.find("dinsos/uji").mapping()).isNull();
    assertThat(files.read().mappings()).isEmpty();
    assertThat(files.read().faults())
        .singleElement()
        .satisfies(said -> assertThat(said.code() + " " + said.message().en()).isEqualTo(fault));
  }
}
