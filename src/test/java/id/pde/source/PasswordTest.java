package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Cell;
import id.pde.run.Delivery;
import id.pde.run.LimitExceeded;
import id.pde.run.RunStopped;
import id.pde.run.Secrets;
import id.pde.run.Secrets.Found;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.ReadLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that only a password opens. */
class PasswordTest {

  private static final Path SAMPLE = Path.of("src/main/demo/rusak/Gaji ASN (password).xlsx");
  private static final String WORD = "rahasia-kita-9";
  private static final Secret RIGHT = new Secret.InFile("gaji");
  private static final Secret WRONG = new Secret.InFile("lama");
  private static final Secret NONE = new Secret.InEnvironment("GAJI");
  private static final Secret OPEN = new Secret.InFile("terbuka");

  private static final Map<Secret, Found> KNOWN =
      Map.of(
          RIGHT,
          new Found.Word(WORD),
          WRONG,
          new Found.Word("salah-sekali-7"),
          OPEN,
          new Found.Exposed());

  @TempDir Path folder = Path.of("");

  private static Readers readers(Secrets secrets) {
    return new Readers(ReadLimits.DEFAULT, secrets);
  }

  private static Readers readers() {
    return readers(reference -> KNOWN.getOrDefault(reference, new Found.Absent()));
  }

  @Test
  void readsTheSampleWithItsPassword() throws IOException {
    Seen seen = new Seen();
    Mapping mapping = Mappings.of(Mappings.SOURCE.with(RIGHT), "NAMA", "GAJI");
    Set<String> before = copies();

    readers(reference -> new Found.Word("rahasia")).read(delivery(SAMPLE), mapping, seen);

    assertThat(seen.rows).hasSize(2);
    BigDecimal sum =
        seen.rows.stream()
            .map(row -> new BigDecimal(String.valueOf(row.text(2))))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("3000000");
    assertThat(copies()).isEqualTo(before);
  }

  @Test
  void refusesTheSampleWithoutIt() {
    assertThat(refusal(SAMPLE, List.of()).issue().code()).isEqualTo("file.password");
  }

  static Stream<Arguments> locked() throws Exception {
    byte[] plain = Workbooks.xlsx(PasswordTest::fill);
    return Stream.of(
        Arguments.of("standard", (Locked) word -> xlsx(plain, EncryptionMode.standard, word)),
        Arguments.of("agile", (Locked) word -> xlsx(plain, EncryptionMode.agile, word)),
        Arguments.of("xor", (Locked) word -> xls(EncryptionMode.xor, word)),
        Arguments.of("rc4", (Locked) word -> xls(EncryptionMode.binaryRC4, word)),
        Arguments.of("cryptoapi", (Locked) word -> xls(EncryptionMode.cryptoAPI, word)));
  }

  /** Makes a file with a password. */
  interface Locked {
    byte[] with(String word) throws Exception;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("locked")
  void readsEveryLockWithItsPasswordOnly(String name, Locked locked) throws Exception {
    Path file = Files.write(folder.resolve(name), locked.with(WORD));
    Set<String> before = copies();

    assertThat(raw(readers().with(List.of(WRONG, RIGHT)), file)).containsExactly("NIK", "7", "Ani");
    assertThat(refusal(file, List.of()).issue().code()).isEqualTo("file.password");
    assertThat(refusal(file, List.of(WRONG)).issue().code()).isEqualTo("file.password.wrong");
    assertThat(refusal(file, List.of(NONE)).issue().message().en())
        .isEqualTo("This file is protected by a password, and the variable GAJI is empty.");
    assertThat(refusal(file, List.of(OPEN)).issue().message().en())
        .isEqualTo("This file is protected by a password, and others can read secrets/terbuka.");
    assertThat(copies()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("locked")
  void opensByItselfWhatIsOnlyWriteProtected(String name, Locked locked) throws Exception {
    Path file = Files.write(folder.resolve(name), locked.with("VelvetSweatshop"));

    assertThat(raw(new Readers(), file)).containsExactly("NIK", "7", "Ani");
    assertThat(raw(readers().with(List.of(WRONG)), file)).containsExactly("NIK", "7", "Ani");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("locked")
  void tellsNoPasswordAndNoCellOfADamagedFile(String name, Locked locked) throws Exception {
    byte[] content = locked.with(WORD);
    for (int at = content.length / 4; at < content.length; at += content.length / 5) {
      byte[] damaged = content.clone();
      Arrays.fill(damaged, at, Math.min(at + 40, damaged.length), (byte) 0x5A);
      Path file = Files.write(folder.resolve(name), damaged);
      for (List<Secret> words : List.of(List.of(RIGHT), List.of(WRONG))) {
        try {
          raw(readers().with(words), file);
        } catch (RunStopped stopped) {
          assertThat(everything(stopped))
              .doesNotContain(WORD)
              .doesNotContain("salah-sekali")
              .doesNotContain("Ani");
        }
      }
    }
    assertThat(new Found.Word(WORD).toString()).doesNotContain(WORD);
  }

  @Test
  void looksNoSecretUpForAFileWithoutALock() throws IOException {
    Path file = Files.write(folder.resolve("a.xlsx"), Workbooks.xlsx(PasswordTest::fill));
    Readers readers =
        readers(
            reference -> {
              throw new AssertionError("not asked for");
            });

    assertThat(raw(readers.with(List.of(RIGHT)), file)).containsExactly("NIK", "7", "Ani");
  }

  @Test
  void refusesAPasswordThatTakesForever() throws Exception {
    byte[] locked = xlsx(Workbooks.xlsx(PasswordTest::fill), EncryptionMode.agile, WORD);
    Path file = Files.write(folder.resolve("a"), withRounds(locked, "2000000000"));

    LimitExceeded refused =
        catchThrowableOfType(LimitExceeded.class, () -> raw(readers().with(List.of(RIGHT)), file));
    assertThat(refused.issue().code()).isEqualTo("limit.password-rounds");
  }

  @Test
  void refusesWhatRightsManagementLocks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      container.createDocument(new ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
      container.writeFilesystem(bytes);
    }
    Path file = Files.write(folder.resolve("a"), bytes.toByteArray());

    assertThat(refusal(file, List.of(RIGHT)).issue().code()).isEqualTo("file.rights");
  }

  @Test
  void refusesADocumentUnderItsRightPasswordByWhatItIs() throws Exception {
    byte[] locked = xlsx("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), EncryptionMode.agile, WORD);
    Path file = Files.write(folder.resolve("a"), locked);

    assertThat(refusal(file, List.of(RIGHT)).issue().code()).isEqualTo("file.damaged");
  }

  @Test
  void takesAwayWhatAKilledProcessLeft() throws IOException {
    Path left = Files.createTempFile("pde-plain-", ".tmp");
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path fresh = Files.createTempFile("pde-plain-", ".tmp");
    try {
      refusal(SAMPLE, List.of());
      assertThat(left).doesNotExist();
      assertThat(fresh).exists();
    } finally {
      Files.deleteIfExists(left);
      Files.deleteIfExists(fresh);
    }
  }

  @Test
  void leavesNoNameToTheCopyWhileItIsRead() throws Exception {
    byte[] locked = xlsx(Workbooks.xlsx(PasswordTest::fill), EncryptionMode.agile, WORD);
    Path file = Files.write(folder.resolve("a"), locked);
    Set<String> before = copies();
    List<Set<String>> during = new ArrayList<>();

    readers().with(List.of(RIGHT)).raw(file, 0, (number, cells) -> during.add(copies()));

    assertThat(during).hasSize(2).containsOnly(before);
  }

  private SourceUnreadable refusal(Path file, List<Secret> passwords) {
    return catchThrowableOfType(SourceUnreadable.class, () -> raw(readers().with(passwords), file));
  }

  private static String everything(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text + thrown.toString() + (thrown instanceof RunStopped stopped ? stopped.issue() : "");
  }

  private static Set<String> copies() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      files.map(String::valueOf).filter(name -> name.contains("pde-plain-")).forEach(names::add);
      return names;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> raw(Readers readers, Path file) {
    List<String> found = new ArrayList<>();
    readers.raw(
        file,
        0,
        (number, cells) ->
            Arrays.stream(cells)
                .filter(cell -> !(cell instanceof Cell.Blank))
                .map(Cell::text)
                .forEach(found::add));
    return found;
  }

  private static Delivery delivery(Path file) {
    return new Delivery("gaji.xlsx", file, "0", 1, Delivery.Form.FILE, null);
  }

  private static void fill(Workbook book) {
    Workbooks.rows(book.createSheet("Gaji"), new Object[] {"NIK", 7}, new Object[] {"Ani"});
  }

  private static byte[] xlsx(byte[] plain, EncryptionMode mode, String word) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
      encryptor.confirmPassword(word);
      try (OutputStream stream = encryptor.getDataStream(container)) {
        stream.write(plain);
      }
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }

  private static byte[] xls(EncryptionMode mode, String word) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Biff8EncryptionKey.setCurrentUserPassword(word);
    try (HSSFWorkbook book = new HSSFWorkbook()) {
      fill(book);
      book.setEncryptionMode(mode);
      book.write(bytes);
    } finally {
      Biff8EncryptionKey.setCurrentUserPassword(null);
    }
    return bytes.toByteArray();
  }

  private static byte[] withRounds(byte[] locked, String rounds) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(locked))) {
      byte[] info;
      try (var stream = container.createDocumentInputStream("EncryptionInfo")) {
        info = stream.readAllBytes();
      }
      String text = new String(info, StandardCharsets.ISO_8859_1);
      String more = text.replace("spinCount=\"100000\"", "spinCount=\"" + rounds + "\"");
      assertThat(more).isNotEqualTo(text);
      container.createOrUpdateDocument(
          new ByteArrayInputStream(more.getBytes(StandardCharsets.ISO_8859_1)), "EncryptionInfo");
      container.writeFilesystem(bytes);
    }
    return bytes.toByteArray();
  }
}
