package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The catalogue through HTTP, over the shipped mappings and an empty warehouse. */
class CataloguePageIT {

  @TempDir private static Path folder;

  private static ConsoleJvm console;

  @BeforeAll
  static void start() throws Exception {
    console = ConsoleJvm.start(folder);
  }

  @AfterAll
  static void stop() throws IOException {
    console.close();
  }

  @Test
  void findsTablesByColumnAndHeadingsByTheirPlace() throws Exception {
    assertThat(console.get("/catalogue?q=kepadatan").body())
        .contains("/catalogue/penduduk_kelurahan")
        .doesNotContain("/catalogue/asn");
    assertThat(console.get("/catalogue?q=KODE%20WILAYAH").body()).contains("kode_wilayah");
    assertThat(console.get("/catalogue?q=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void tellsWhereColumnsComeFromAndWhereTheyGo() throws Exception {
    assertThat(console.get("/catalogue/penduduk_kelurahan").body())
        .contains("KECAMATAN", "kecamatan_nama", "disdukcapil/penduduk_kelurahan")
        .contains("Belum ada isi yang boleh dilihat analis.");
  }

  @Test
  void describesItselfToPrograms() throws Exception {
    assertThat(console.get("/catalogue/penduduk_kelurahan/dcat").body()).contains("dcat:Dataset");
    assertThat(console.get("/catalogue/penduduk_kelurahan/satudata").statusCode()).isEqualTo(200);
  }

  @Test
  void saysWhatIsWrongWithAKey() throws Exception {
    assertThat(console.get("/catalogue/penduduk_kelurahan/row?key=x&key=y&key=1").body())
        .contains("role=\"alert\"");
    assertThat(console.get("/catalogue/tidak_ada/row?key=x").statusCode()).isEqualTo(404);
    assertThat(console.get("/catalogue/a%22b").statusCode()).isIn(400, 404);
  }

  @Test
  void isClosedToStrangers() throws Exception {
    assertThat(console.strange("/catalogue").statusCode()).isEqualTo(302);
  }
}
