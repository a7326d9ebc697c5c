package id.pde.run.erase;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.erase.RawSearch.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawSearchTest {

  private static final String NIK = "3574041806779004";
  private static final Pattern PATTERN = Pattern.compile(Identity.NIK.pattern(NIK));

  @TempDir private Path folder;

  private Result look(byte[] bytes) throws IOException {
    return RawSearch.of(Files.write(folder.resolve("x"), bytes), PATTERN);
  }

  private static byte[] zip(byte[] member) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("a/b.csv"));
      out.write(member);
    }
    return bytes.toByteArray();
  }

  @Test
  void findsItInAnyPacking() throws IOException {
    byte[] plain = ("x;" + NIK + ";y").getBytes(StandardCharsets.UTF_8);
    assertThat(look(plain)).isEqualTo(Result.PRESENT);
    assertThat(look(("x;" + NIK).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(Result.PRESENT);
    assertThat(look(zip(zip(plain)))).isEqualTo(Result.PRESENT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    assertThat(look(bytes.toByteArray())).isEqualTo(Result.PRESENT);
    assertThat(look(zip("lain".getBytes(StandardCharsets.UTF_8)))).isEqualTo(Result.ABSENT);
  }

  @Test
  void findsItWhereverABlockEnds() throws IOException {
    for (int before = (1 << 16) - 20; before < (1 << 16) + 20; before++) {
      assertThat(look(("x".repeat(before) + NIK + "x").getBytes(StandardCharsets.UTF_8)))
          .as("behind " + before)
          .isEqualTo(Result.PRESENT);
    }
  }

  @Test
  void aLongerNumberAcrossABlockIsAnotherOne() throws IOException {
    for (int before = (1 << 16) - 520; before < (1 << 16) + 20; before++) {
      assertThat(look(("x".repeat(before) + "1" + NIK).getBytes(StandardCharsets.UTF_8)))
          .as("behind " + before)
          .isEqualTo(Result.ABSENT);
    }
  }

  @Test
  void saysThatItCannotTell() throws IOException {
    byte[] cut = zip(new byte[50_000]);
    cut[40] = 99;
    cut[41] = 99;
    assertThat(look(cut)).isNotEqualTo(Result.PRESENT);
  }
}
