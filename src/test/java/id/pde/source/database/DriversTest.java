package id.pde.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drivers in jars that nobody put on the class path. */
class DriversTest {

  private static final String SERVICE = "META-INF/services/java.sql.Driver";

  @TempDir Path folder;
  private Path drivers;

  @BeforeEach
  void begin() throws Exception {
    drivers = Files.createDirectories(folder.resolve("drivers"));
  }

  private byte[] compiled() throws Exception {
    Path source = folder.resolve("KotaDriver.java");
    Files.writeString(
        source,
        """
        import java.sql.*;
        import java.util.*;
        import java.util.logging.Logger;
        public class KotaDriver implements Driver {
          public Connection connect(String url, Properties given) { return null; }
          public boolean acceptsURL(String url) { return url.startsWith("jdbc:kota:"); }
          public DriverPropertyInfo[] getPropertyInfo(String url, Properties given) {
            return new DriverPropertyInfo[0];
          }
          public int getMajorVersion() { return 1; }
          public int getMinorVersion() { return 0; }
          public boolean jdbcCompliant() { return false; }
          public Logger getParentLogger() { return null; }
        }
        """);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", folder.toString(), source.toString());
    assertThat(failed).isZero();
    return Files.readAllBytes(folder.resolve("KotaDriver.class"));
  }

  private void jar(String name, String driver, byte[] content) throws Exception {
    try (OutputStream out = Files.newOutputStream(drivers.resolve(name));
        JarOutputStream jar = new JarOutputStream(out)) {
      jar.putNextEntry(new JarEntry(SERVICE));
      jar.write(driver.getBytes(StandardCharsets.UTF_8));
      if (content.length > 0) {
        jar.putNextEntry(new JarEntry(driver + ".class"));
        jar.write(content);
      }
    }
  }

  @Test
  void aDriverOfAJarIsFoundBesideJarsThatAreOfNoUse() throws Exception {
    byte[] driver = compiled();
    byte[] ofAnotherJava = driver.clone();
    ofAnotherJava[7] = (byte) 200;
    jar("a-tidak-ada.jar", "TidakAda", new byte[0]);
    jar("b-java-lain.jar", "JavaLain", ofAnotherJava);
    Files.write(drivers.resolve("c-rusak.jar"), new byte[] {1, 2, 3});
    Files.writeString(drivers.resolve("catatan.txt"), "bukan jar");
    jar("d-kota.JAR", "KotaDriver", driver);

    assertThat(new Drivers(drivers).find("jdbc:kota:retribusi"))
        .hasValueSatisfying(
            found -> assertThat(found.getClass().getName()).isEqualTo("KotaDriver"));
  }

  @Test
  void withoutItsJarThereIsNoDriver() {
    for (Path where : List.of(drivers, folder.resolve("tidak-ada"))) {
      assertThat(new Drivers(where).find("jdbc:kota:retribusi")).isEmpty();
      assertThat(new Drivers(where).find("jdbc:sqlserver://HOST")).isPresent();
    }
  }

  @Test
  void takesServersOfMysqlByTheDriverOfMariadb() {
    String url = "jdbc:mysql://127.0.0.1:3306/retribusi?useSsl=true";
    Driver driver = new Drivers(drivers).find(url).orElseThrow();

    assertThat(driver.getClass().getName()).startsWith("org.mariadb.");
    assertThat(Drivers.address(driver, url))
        .isEqualTo("jdbc:mariadb://127.0.0.1:3306/retribusi?useSsl=true");
  }

  @Test
  void leavesOtherUrlsAsTheyAre() {
    String url = "jdbc:mariadb://127.0.0.1:3306/retribusi";
    Driver driver = new Drivers(drivers).find(url).orElseThrow();

    assertThat(Drivers.address(driver, url)).isEqualTo(url);
    assertThat(new Drivers(drivers).find("jdbc:kota://x")).isEmpty();
  }
}
