package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Text;
import id.pde.run.Home;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCheckTest {

  @TempDir Path folder = Path.of("");

  @Test
  void namesEverySecretThatIsMissingEmptyOrExposed() throws IOException {
    write("gaji", "kunci", "rw-------");
    write("lama", "\n", "rw-------");
    write("pasar", "kunci", "rw-r--r--");
    write("mappings/dkupp/gaji.yaml", mapping("gaji", "{file: gaji}"), "rw-r--r--");
    write("mappings/dkupp/lama.yaml", mapping("lama", "{file: lama}"), "rw-r--r--");
    write(
        "mappings/agencies.yaml",
        """
        dkupp:
          name: DKUPP
          databases:
            simpasar: {url: "jdbc:postgresql://h/db", user: {env: PASAR_USER}, password: {file: pasar}}
            lain: {url: "jdbc:postgresql://h/lain", user: {env: ADA}, password: {file: hilang}}
        """,
        "rw-r--r--");

    MappingFolder mappings = new MappingFiles(folder.resolve("mappings"), new CodeListCsv()).read();
    assertThat(mappings.faults()).isEmpty();
    HomeSecrets secrets = new HomeSecrets(new Home(folder), Map.of("ADA", "sa"));
    SecretCheck.Result result = new SecretCheck(secrets).look(mappings);

    assertThat(result.named()).isEqualTo(6);
    assertThat(result.faults())
        .extracting(Text::en)
        .containsExactly(
            "others can read secrets/pasar; run chmod 600 on it in PDE_HOME",
            "secrets/hilang is missing or empty; write one line, mode 600, in PDE_HOME",
            "secrets/lama is missing or empty; write one line, mode 600, in PDE_HOME",
            "the variable PASAR_USER is empty; set it and start PDE again");
  }

  private static String mapping(String table, String password) {
    return """
    source: {password: %s}
    target: {table: %s, key: [nama]}
    columns:
      nama: {from: NAMA, type: text, class: publik}
    """
        .formatted(password, table);
  }

  private void write(String name, String content, String rights) throws IOException {
    Path file = folder.resolve(name.startsWith("mappings") ? name : "secrets/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }
}
