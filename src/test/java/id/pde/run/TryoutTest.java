package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.model.Issue;
import id.pde.run.MappingFiles.Found;
import id.pde.run.Tried.Fate;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryoutTest {

  private static final String MAPPING =
      """
      target: {table: warga, key: [kode]}
      columns:
        kode: {from: Kode, type: text, required: true}
        nik: {from: NIK, type: nik, class: pribadi-umum, protect: hmac}
        lahir: {from: Lahir, type: date, format: dd/MM/yyyy, class: pribadi-umum}
        nilai: {from: Nilai, type: integer}
        warna: {from: Warna, type: code(warna), unknown: keep}
      """;

  @TempDir private Path folder;

  private MappingFiles files;

  @BeforeEach
  void aFolder() throws IOException {
    Path root = folder.resolve("mappings");
    files = new MappingFiles(root, new CodeListCsv());
    write("mappings/agencies.yaml", "dinsos: {name: Dinas Sosial}\n");
    write("mappings/codes/warna.csv", "code,name\n1,Merah\n");
    write("mappings/dinsos/lama.yaml", "target: {table: lama}\ncolumns: {a: {type: text}}\n");
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Found found(String yaml) throws IOException {
    return files.drafted(files.read(), "dinsos/warga", write("aside/draft.yaml", yaml));
  }

  private Tried tried(String yaml, String csv) throws IOException {
    Found found = found(yaml);
    assertThat(found.mapping()).as(String.valueOf(found.faults())).isNotNull();
    return Tryout.of(write("warga.csv", csv), found, new Readers(), RunListener.SILENT);
  }

  @Test
  void showsRowsBeforeAndAfterAndFaultsByRule() throws IOException {
    Tried tried =
        tried(
            MAPPING,
            """
            Kode;NIK;Lahir;Nilai;Warna
            A;3574014107800001;01/07/1980;1.5;Merah
            B;3574010101900002;01/01/1990;2;Biru

            ;3574010101900003;01/01/1990;3;merah
            """);

    assertThat(tried.stopped()).isNull();
    assertThat(tried.sums().read()).isEqualTo(3);
    assertThat(tried.sums().accepted()).isEqualTo(1);
    assertThat(tried.sums().rejected()).isEqualTo(2);
    assertThat(tried.rows())
        .extracting(Tried.Line::place, Tried.Line::fate)
        .containsExactly(
            tuple("line 2", Fate.REJECTED),
            tuple("line 3", Fate.ACCEPTED),
            tuple("line 5", Fate.REJECTED));
    Tried.Line second = tried.rows().get(1);
    assertThat(second.values())
        .extracting(Tried.Value::before)
        .containsExactly("B", Issue.REDACTED, Issue.REDACTED, "2", "Biru");
    assertThat(second.values())
        .extracting(Tried.Value::after)
        .containsExactly("B", Issue.REDACTED, Issue.REDACTED, "2", "Biru");
    assertThat(tried.rows().get(0).values().get(3).faulty()).isTrue();
    assertThat(tried.faults())
        .extracting(Tried.Kind::column)
        .containsExactlyInAnyOrder("nilai", "kode", "warna");
    assertThat(tried.columns())
        .contains(new Tried.Column("nilai", 3, 1), new Tried.Column("nik", 3, 0));
    assertThat(tried.toString()).doesNotContain("357401").doesNotContain("1980");
  }

  @Test
  void countsTheWholeFileAndShowsItsBeginning() throws IOException {
    String rows =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "K" + i + ";;;" + (i % 2 == 0 ? "x" : "1") + ";Merah")
            .collect(Collectors.joining("\n"));

    Tried tried = tried(MAPPING, "Kode;NIK;Lahir;Nilai;Warna\n" + rows + "\n");

    assertThat(tried.rows()).hasSize(Tried.SHOWN);
    assertThat(tried.sums().read()).isEqualTo(3_000);
    assertThat(tried.faults())
        .singleElement()
        .satisfies(
            kind -> {
              assertThat(kind.count()).isEqualTo(1_500);
              assertThat(kind.places()).hasSize(12).first().isEqualTo("line 2, column 4 (Nilai)");
            });
    assertThat(tried.columns().get(3)).isEqualTo(new Tried.Column("nilai", 3_000, 1_500));
  }

  @Test
  void saysWhyAFileDoesNotFit() throws IOException {
    Tried tried = tried(MAPPING, "Lain;Sekali\n1;2\n");

    assertThat(String.valueOf(tried.stopped())).contains("Kode");
    assertThat(tried.rows()).isEmpty();
  }

  @Test
  void aDraftIsCheckedBesideTheMappingsThatAreThere() throws IOException {
    Found taken = found("target: {table: lama}\ncolumns: {a: {type: text}}\n");

    assertThat(taken.mapping()).isNull();
    assertThat(taken.faults()).extracting(Issue::code).containsExactly("target.owner");
    assertThat(taken.faults().get(0).location().shown()).startsWith("mappings/dinsos/warga.yaml:");
    Found itself =
        files.drafted(
            files.read(),
            "dinsos/lama",
            write("aside/draft.yaml", "target: {table: lama}\ncolumns: {b: {type: text}}\n"));
    assertThat(itself.faults()).isEmpty();
    assertThat(files.drafted(files.read(), "dinsos/warga", folder.resolve("nowhere")).faults())
        .extracting(Issue::code)
        .containsExactly("file.unreadable");
  }
}
