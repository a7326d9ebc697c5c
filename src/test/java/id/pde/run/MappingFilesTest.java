package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.pde.codes.Code;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Severity;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.MappingFolder.Database;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingFilesTest {

  private static final String PRICES =
      "target: {table: harga}\ncolumns: {warna: {type: code(warna)}}\n";

  @TempDir Path folder;

  private Path root;
  private MappingFiles files;

  @BeforeEach
  void aFolderWithOneMapping() throws IOException {
    root = folder.resolve("mappings");
    files = new MappingFiles(root, new CodeListCsv());
    write("agencies.yaml", "dkupp: {name: Dinas Koperasi}\npupr: {name: Dinas PU}\n");
    write("codes/warna.csv", "code,name\n1,Merah\n");
    write("codes/warna.bps.csv", "code,code_bps\n");
    write("codes/warna.decisions.csv", "value,code\n");
    write("codes/README.md", "# lists");
    write("panels/x.yaml", "not a mapping");
    write("dkupp/harga.yaml", PRICES);
    write("dkupp/.harga.yaml.swp", "x");
    write("README.md", "# mappings");
  }

  private void write(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static List<String> said(List<Issue> faults) {
    return faults.stream()
        .map(
            fault ->
                fault.location().shown()
                    + " "
                    + fault.code()
                    + " "
                    + fault.message().en()
                    + " | "
                    + fault.fix().en())
        .toList();
  }

  @Test
  void readsTheWholeFolder() {
    MappingFolder read = files.read();

    assertThat(said(read.faults())).isEmpty();
    assertThat(read.mappings().keySet()).containsExactly("dkupp/harga");
    assertThat(read.agencies().keySet()).containsExactlyInAnyOrder("dkupp", "pupr");
    assertThat(read.codes().lists().keySet()).containsExactly("warna");
    MappingFiles.Found found = files.find("dkupp/harga");
    assertThat(found.mapping()).isNotNull();
    assertThat(found.mapping().text().file()).isEqualTo("mappings/dkupp/harga.yaml");
    assertThat(found.mapping().text().sha256()).hasSize(64);
    assertThat(found.codes().lists().keySet()).containsExactly("warna");
    assertThat(found.agency()).isEqualTo(read.agencies().get("dkupp"));
  }

  @Test
  void readsOneMappingWhateverIsWrongWithTheOthers() throws IOException {
    write("pupr/jalan.yaml", "target: [");
    write("codes/rusak.csv", "x");

    assertThat(files.find("dkupp/harga").mapping()).isNotNull();
    assertThat(files.read().mappings().keySet()).containsExactly("dkupp/harga");
    assertThat(files.read().faults()).isNotEmpty();
  }

  @Test
  void proposesTheIdThatWasMeant() {
    assertThat(said(files.find("dkup/harga").faults()))
        .containsExactly(
            "mappings:1:1 mapping.unknown there is no mapping \"dkup/harga\""
                + " | did you mean \"dkupp/harga\"?");
    assertThat(files.find("../../etc/passwd").mapping()).isNull();
    assertThat(files.exists("dkupp/harga")).isTrue();
    assertThat(files.exists("dkupp/pasar")).isFalse();
  }

  @Test
  void tellsIdsFromFiles() {
    assertThat(files.idOf(root.resolve("dkupp/harga.yaml"))).isEqualTo("dkupp/harga");
    assertThat(files.idOf(root.resolve("codes/warna.yaml"))).isNull();
    assertThat(files.idOf(root.resolve("agencies.yaml"))).isNull();
    assertThat(files.idOf(folder.resolve("x/y.yaml"))).isNull();
    assertThat(files.content("mappings/dkupp/harga.yaml")).isEqualTo(PRICES);
    assertThat(files.content("mappings/../../etc/passwd")).isNull();
  }

  @Test
  void refusesFilesThatAreNoText() throws IOException {
    byte[] latin =
        "target: {table: harga}\ntitle: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(root.resolve("dkupp/latin.yaml"), latin);
    Files.write(root.resolve("dkupp/besar.yaml"), new byte[10_000_000]);
    Files.createSymbolicLink(root.resolve("dkupp/tautan.yaml"), root.resolve("dkupp/harga.yaml"));
    Files.createSymbolicLink(root.resolve("putar"), root);
    Files.createDirectories(root.resolve("dkupp/folder.yaml"));

    assertThat(said(files.read().faults()))
        .containsExactly(
            "mappings/dkupp/besar.yaml:1:1 file.size this file has 10000000 bytes; the limit is"
                + " 1000000 | split it into several files",
            "mappings/dkupp/latin.yaml:2:11 file.charset from here on this is not UTF-8"
                + " | save it again as UTF-8",
            "mappings/dkupp/tautan.yaml:1:1 file.irregular not a regular file (a link, folder or"
                + " device); it is not opened | copy its content to a regular file",
            "mappings/dkupp/folder.yaml:1:1 file.place folders inside the folder of an agency are"
                + " not read | move its mappings one level up",
            "mappings/putar:1:1 file.irregular a linked folder is not opened"
                + " | copy the folder here");
  }

  @Test
  void refusesNamesThatItWouldOverlook() throws IOException {
    write("dkupp/pasar.yml", PRICES);
    write("pasar.yaml", PRICES);
    write("agencies.yml", "x");
    write("codes/Warna-2.csv", "x");

    assertThat(said(files.read().faults()))
        .containsExactly(
            "mappings/agencies.yml:1:1 file.place the name of a mapping ends in .yaml"
                + " | call it \"agencies.yaml\"",
            "mappings/dkupp/pasar.yml:1:1 file.name the name of a mapping ends in .yaml"
                + " | call it \"pasar.yaml\"",
            "mappings/pasar.yaml:1:1 file.place a mapping lies in the folder of its agency"
                + " | move it to mappings/<agency>/<dataset>.yaml",
            "mappings/codes/Warna-2.csv:1:1 codes.name \"Warna-2.csv\" is not a name for a code"
                + " list | small letters a-z, digits and _, then .csv");
    assertThat(said(files.find("dkupp/pasar").faults()).get(1))
        .startsWith("mappings/dkupp/pasar.yml:1:1 file.name");
  }

  @Test
  void givesATableOneOwner() throws IOException {
    write("pupr/harga.yaml", PRICES);

    MappingFolder read = files.read();
    assertThat(said(read.faults()))
        .containsExactly(
            "mappings/pupr/harga.yaml:1:1 target.owner the table harga belongs to dkupp/harga"
                + " | choose another table; if both fill this one: owner: dkupp/harga");
    assertThat(read.mappings().keySet()).containsExactly("dkupp/harga");
  }

  @Test
  void letsOthersFillTheTableOfAnOwner() throws IOException {
    String guest = "target: {table: harga, owner: dkupp/harga}\n";
    write("pupr/harga.yaml", guest + "columns: {warna: {type: code(warna)}}\n");

    MappingFolder read = files.read();
    assertThat(said(read.faults())).isEmpty();
    assertThat(read.mappings().keySet()).containsExactlyInAnyOrder("dkupp/harga", "pupr/harga");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {table: harga, owner: dkupp/hrga}             | {warna: {type: code(warna)}} | there is no mapping "dkupp/hrga"
          {table: harga, owner: pupr/harga}             | {warna: {type: code(warna)}} | "pupr/harga" owns no table
          {table: lain, owner: dkupp/harga}             | {warna: {type: code(warna)}} | dkupp/harga fills the table harga, not lain
          {table: harga, key: warna, owner: dkupp/harga}| {warna: {type: code(warna)}} | key, else or per: period differ from those of dkupp/harga
          {table: harga, owner: dkupp/harga}            | {warna: {type: text}}        | type, protect or class of column warna differ from dkupp/harga
          {table: harga, owner: dkupp/harga}            | {barang: {type: text}}       | dkupp/harga has no column barang
          """)
  void saysWhatKeepsAGuestOut(String target, String columns, String message) throws IOException {
    write("pupr/harga.yaml", "target: " + target + "\ncolumns: " + columns + "\n");

    assertThat(files.read().faults())
        .extracting(Issue::code, fault -> fault.message().en())
        .containsExactly(tuple("target.owner", message));
  }

  @Test
  void anOwnerThatReplacesItsTableHasNoGuests() throws IOException {
    write("dkupp/harga.yaml", PRICES.replace("table: harga", "table: harga, load: replace"));
    write("pupr/harga.yaml", PRICES.replace("table: harga", "table: harga, owner: dkupp/harga"));

    assertThat(said(files.read().faults()))
        .singleElement()
        .asString()
        .contains("dkupp/harga replaces the whole table and would delete the rows of this mapping");
  }

  @Test
  void saysWhatAFolderLacks() throws IOException {
    Files.delete(root.resolve("agencies.yaml"));
    write("baru/data.yaml", PRICES);

    assertThat(said(files.read().faults()))
        .containsExactly(
            "mappings/agencies.yaml:1:1 file.unreadable this file cannot be read"
                + " | see whether it is there and PDE may read it",
            "mappings/baru/data.yaml:1:1 mapping.agency \"baru\" is not in agencies.yaml"
                + " | add it to agencies.yaml: baru: {name: ...}",
            "mappings/dkupp/harga.yaml:1:1 mapping.agency \"dkupp\" is not in agencies.yaml"
                + " | add it to agencies.yaml: dkupp: {name: ...}");
    MappingFiles nowhere = new MappingFiles(folder.resolve("tidak"), new CodeListCsv());
    assertThat(said(nowhere.read().faults()).get(1))
        .isEqualTo(
            "tidak:1:1 file.unreadable this folder cannot be read"
                + " | see whether it is there and PDE may read it");
  }

  @Test
  void readsAgenciesWithTheirDatabases() throws IOException {
    write(
        "agencies.yaml",
        """
        dkupp:
          name: Dinas Koperasi
          contact: Bu Ani
          language: en
          walidata: "35.74"
          databases:
            simpasar: {url: "jdbc:postgresql://h/db?user=x", user: {env: X}, password: {file: pasar.txt}}
        """);
    Agency agency = files.read().walidata();
    assertThat(agency)
        .extracting(Agency::language, Agency::contact, Agency::region)
        .containsExactly(Language.EN, "Bu Ani", "35.74");
    assertThat(files.read().agencies().get("dkupp")).isNotNull().isEqualTo(agency);
    assertThat(agency == null ? null : agency.databases().get("simpasar"))
        .extracting(Database::user, Database::password)
        .containsExactly(new Secret.InEnvironment("X"), new Secret.InFile("pasar.txt"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dkupp: x|1:8 agency.shape name: value is needed here | write name: ...",
        "dkupp: {}|1:1 agency.name agency \"dkupp\" has no name"
            + " | write name: full name of the agency",
        "dkupp: {nama: x, name: y}|1:9 mapping.key \"nama\" is not known here"
            + " | did you mean \"name\"?",
        "dkupp: {name: [x]}|1:15 agency.text name has to be a text | write name: text",
        "dkupp: {name: x, language: jawa}|1:28 agency.language \"jawa\" is not a known language"
            + " | write id or en",
        "dkupp: {name: x, walidata: kota}|1:28 agency.walidata \"kota\" is no code of Kemendagri for"
            + " a region | write walidata: \"35.74\"",
        "codes: {name: x}|1:1 agency.id \"codes\" cannot be the id of an agency"
            + " | small letters a-z, digits, _ and -; not codes or panels",
        "dkupp: {name: x, databases: {p: {}}}|1:30 database.url url is missing"
            + " | write url: \"jdbc:...\"",
        "dkupp: {name: x, databases: {p: {url: mysql}}}|1:39 database.url the url does not begin"
            + " with jdbc: | write url: \"jdbc:...\"",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:a', user: sa}}}|1:55 secret.literal user is"
            + " written out here | move it to a secret: {env: NAME} or {file: name} in secrets/,"
            + " then change the password",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:a', password: rahasia}}}|1:59 secret.literal"
            + " password is written out here | move it to a secret: {env: NAME} or {file: name} in"
            + " secrets/, then change the password",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:a://h/d?Password=rahasia'}}}|1:39"
            + " secret.literal a password inside the url | move it to a secret: {env: NAME} or"
            + " {file: name} in secrets/, then change the password",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:a://sa:rahasia@h/d'}}}|1:39 secret.literal"
            + " a password inside the url | move it to a secret: {env: NAME} or {file: name} in"
            + " secrets/, then change the password",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:sqlserver://h;password=rahasia'}}}|1:39"
            + " secret.literal a password inside the url | move it to a secret: {env: NAME} or"
            + " {file: name} in secrets/, then change the password",
        "dkupp: {name: x, databases: {p: {url: 'jdbc:a', user: {file: ../x}}}}|1:62 secret.form"
            + " not a reference to a secret | write {env: NAME} or {file: name}, one of them"
      })
  void saysWhatIsWrongWithAgencies(String row) throws IOException {
    int cut = row.indexOf('|');
    write("agencies.yaml", row.substring(0, cut).replace("'", "\""));

    List<Issue> faults =
        files.read().faults().stream()
            .filter(fault -> fault.location().shown().startsWith("mappings/agencies.yaml"))
            .toList();
    assertThat(said(faults)).containsExactly("mappings/agencies.yaml:" + row.substring(cut + 1));
    assertThat(said(faults).toString()).doesNotContain("rahasia");
  }

  @Test
  void findsNoFaultInTheShippedMappings() {
    MappingFiles shipped = new MappingFiles(Path.of("mappings"), new CodeListCsv());

    MappingFolder read = shipped.read();
    assertThat(said(read.faults())).isEmpty();
    assertThat(read.mappings()).isNotEmpty();
  }

  @Test
  void aFileElsewhereIsReadAsStrictlyAsOneInTheFolder() throws IOException {
    Path file = folder.resolve("lain.yaml");
    Files.write(file, "title: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    MappingFiles.Loose loose = files.loose(file);
    assertThat(loose.content()).isNull();
    assertThat(said(loose.faults()))
        .containsExactly(
            file + ":1:11 file.charset from here on this is not UTF-8 | save it again as UTF-8");
  }

  @Test
  void aFileElsewhereCanBeTriedBeforeItHasItsPlace() throws IOException {
    Path file = folder.resolve("usulan.yaml");
    Files.writeString(file, "target: {table: t}\ncolumns: {a: {type: text}}\n");

    MappingFiles.Found found = files.tried(file);

    assertThat(found.mapping()).isNotNull();
    assertThat(found.faults()).hasSize(1);
    assertThat(found.faults().get(0).code()).isEqualTo("mapping.outside");
    assertThat(found.faults().get(0).severity()).isEqualTo(Severity.WARN);
  }

  private static String table(MappingFiles files) {
    return Objects.requireNonNull(files.find("dkupp/harga").mapping()).target().table();
  }

  private List<Code> colours() {
    return Objects.requireNonNull(files.find("dkupp/harga").codes().lists().get("warna")).codes();
  }

  @Test
  void whatDidNotChangeIsNotReadAgain() {
    Mapping first = files.find("dkupp/harga").mapping();

    assertThat(files.find("dkupp/harga").mapping()).isSameAs(first).isNotNull();
    assertThat(files.read().mappings().get("dkupp/harga")).isSameAs(first);
    assertThat(files.read()).isSameAs(files.read());
  }

  @Test
  void aChangeIsSeenAtOnceThoughSizeAndTimeStay() throws IOException {
    Path file = root.resolve("dkupp/harga.yaml");
    FileTime before = Files.getLastModifiedTime(file);
    for (int change = 0; change < 20; change++) {
      String table = "harga" + (char) ('a' + change);
      write("dkupp/harga.yaml", PRICES.replace("harga", table));
      Files.setLastModifiedTime(file, before);

      assertThat(table(files)).isEqualTo(table);
      assertThat(
              Objects.requireNonNull(files.read().mappings().get("dkupp/harga")).target().table())
          .isEqualTo(table);
    }
  }

  @Test
  void aChangeOfAListOrAnAgencyIsSeenAtOnce() throws IOException {
    assertThat(colours()).hasSize(1);
    write("codes/warna.csv", "code,name\n1,Merah\n2,Biru\n");
    write("agencies.yaml", "dkupp: {name: Dinas Perdagangan}\n");

    assertThat(colours()).hasSize(2);
    assertThat(Objects.requireNonNull(files.agencies().get("dkupp")).name())
        .isEqualTo("Dinas Perdagangan");
    Files.delete(root.resolve("codes/warna.csv"));
    assertThat(files.find("dkupp/harga").mapping()).isNull();
    assertThat(files.read().faults()).isNotEmpty();
  }

  @Test
  void aChangeBehindALinkToTheFolderIsSeen() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("current"), root);
    MappingFiles linked = new MappingFiles(link, new CodeListCsv());
    assertThat(table(linked)).isEqualTo("harga");
    write("dkupp/harga.yaml", PRICES.replace("harga", "biaya"));

    assertThat(table(linked)).isEqualTo("biaya");
  }
}
