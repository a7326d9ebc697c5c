package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFiles.Found;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every delivery of the sample city gives the same records by its shipped mapping after two title
 * lines were inserted, a column was moved, or a month was added.
 */
class SampleChangesTest {

  private static final Path DEMO = Path.of("src/main/demo");
  private static final MappingFiles MAPPINGS =
      new MappingFiles(Path.of("mappings"), new CodeListCsv());

  @TempDir Path temporary = Path.of("");

  /** What can be changed in a file, and how. */
  private enum Kind {
    BOOK,
    COMMA,
    SEMICOLON,
    TAB,
    ODS,
    XMLSS,
    HTML,
    /** No headings: the place of a field is its meaning, and what stands above is no title. */
    RECORDS,
    /** Names hold the values: no order, nothing above. */
    JSON,
    /** Read by a query, which names its columns. */
    DATABASE
  }

  /** The deliveries, each with the mappings that take it. */
  // The list is a copy that nobody changes; the checker knows only its own annotation.
  @SuppressWarnings("ImmutableEnumChecker")
  private enum Sample {
    ASN(Kind.COMMA, "bkpsdm/data_asn_kota_probolinggo_20250115.csv", "bkpsdm/asn"),
    DUK(Kind.BOOK, "bkpsdm/DUK DISKOMINFO 2024.xlsx", "bkpsdm/duk"),
    BENCANA(Kind.COMMA, "bpbd/kejadian_bencana_2024.csv", "bpbd/bencana"),
    BANK(Kind.RECORDS, "bppkad/BANK_PBB_20250430.txt", "bppkad/bayar_pbb"),
    DHKP(Kind.BOOK, "bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx", "bppkad/dhkp"),
    LRA(
        Kind.BOOK,
        "bppkad/LRA APBD TA 2024 (unaudited).xlsx",
        "bppkad/lra",
        "bppkad/lra_ringkasan",
        "bppkad/urusan"),
    RETRIBUSI(Kind.XMLSS, "bppkad/Rekap Retribusi Pasar 2024.xls", "bppkad/retribusi_pasar"),
    KEMISKINAN(
        Kind.COMMA,
        "bps/Persentase Penduduk Miskin Menurut Kabupaten_Kota di Jawa Timur, 2021-2024"
            + " [contoh].csv",
        "bps/kemiskinan"),
    SKDN(Kind.BOOK, "dinkes/LAPORAN PENIMBANGAN BALITA (SKDN) 2024.xlsx", "dinkes/skdn"),
    DTKS(Kind.HTML, "dinsos/Usulan DTKS Kec Kanigaran 2024.xls", "dinsos/dtks"),
    USULAN(Kind.SEMICOLON, "dinsos/usulan_bantuan_2025_tw1.csv", "dinsos/usulan_bantuan"),
    SEKOLAH(Kind.BOOK, "disdikbud/DATA SEKOLAH TP 2024-2025.xls", "disdikbud/sekolah"),
    DKB(
        Kind.BOOK,
        "disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx",
        "disdukcapil/penduduk_kelurahan",
        "disdukcapil/penduduk_umur"),
    DKB_REVISI(
        Kind.BOOK,
        "disdukcapil/DKB SEM II 2024 JML PENDUDUK PER KELURAHAN (REVISI).xlsx",
        "disdukcapil/penduduk_kelurahan"),
    PENDUDUK(
        Kind.BOOK,
        "disdukcapil/Data Penduduk Kel. Kebonsari Kulon RW 05.xlsx",
        "disdukcapil/penduduk"),
    LAPOR(Kind.COMMA, "diskominfo/lapor_sp4n_export_202502.csv", "diskominfo/lapor"),
    OPEN311(Kind.JSON, "diskominfo/open311_requests_202502.json", "diskominfo/open311"),
    MARET(
        Kind.SEMICOLON, "dkupp/HARGA BAPOKTING PASAR BARU MARET 2025.csv", "dkupp/harga_bapokting"),
    APRIL(
        Kind.SEMICOLON,
        "dkupp/Harga Bapokting Ps. Baru April 2025 FIX.csv",
        "dkupp/harga_bapokting"),
    UMKM(Kind.ODS, "dkupp/Data UMKM Binaan 2024.ods", "dkupp/umkm"),
    SIMPASAR(Kind.DATABASE, "dkupp/simpasar.sqlite"),
    PERIZINAN(Kind.TAB, "dpmptsp/NIB_KBLI_TW I 2025.txt", "dpmptsp/perizinan"),
    DSSD(Kind.BOOK, "pupr/1740021284_0011.03 DSSD Dinas PUPR PKP.xls", "pupr/dssd"),
    DSSD_LAGI(Kind.BOOK, "pupr/1740107701_0011.03 DSSD Dinas PUPR PKP.xls", "pupr/dssd"),
    KOPERASI(
        Kind.COMMA,
        "satudata/jumlah_tenaga_kerja_koperasi_kota.csv",
        "satudata/tenaga_kerja_koperasi");

    private final Kind kind;
    private final String file;
    private final List<String> mappings;

    Sample(Kind kind, String file, String... mappings) {
      this.kind = kind;
      this.file = file;
      this.mappings = List.of(mappings);
    }

    Path path() {
      return DEMO.resolve(file);
    }

    ChangedText text() throws IOException {
      char delimiter =
          switch (kind) {
            case COMMA -> ',';
            case SEMICOLON -> ';';
            case TAB -> '\t';
            default -> throw new IllegalStateException(file);
          };
      return ChangedText.of(path(), delimiter);
    }
  }

  @Test
  void namesEveryDelivery() throws IOException {
    Set<String> named = new TreeSet<>();
    for (Sample sample : Sample.values()) {
      named.add(sample.file);
    }
    try (Stream<Path> files = Files.walk(DEMO)) {
      assertThat(files.filter(Files::isRegularFile).map(DEMO::relativize).map(Path::toString))
          .filteredOn(file -> !file.startsWith("rusak"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void titlesInsertedChangeNothing(Sample sample) throws IOException {
    for (String mapping : sample.mappings) {
      Path changed = target(sample);
      if (titles(sample, changed)) {
        assertSame(read(mapping, sample.path()), read(mapping, changed));
      }
    }
  }

  private static boolean titles(Sample sample, Path to) throws IOException {
    Path from = sample.path();
    switch (sample.kind) {
      case BOOK -> ChangedBook.change(from, to, ChangedBook::titles);
      case COMMA, SEMICOLON, TAB -> sample.text().titles().write(to);
      case ODS -> Files.write(to, ChangedMarkup.ods(from, ChangedMarkup::odsTitles));
      case XMLSS -> Files.write(to, ChangedMarkup.text(from, ChangedMarkup::xmlssTitles));
      case HTML -> Files.write(to, ChangedMarkup.text(from, ChangedMarkup::htmlTitles));
      case RECORDS, JSON, DATABASE -> {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @EnumSource(Sample.class)
  void aMovedColumnChangesNothing(Sample sample) throws IOException {
    for (String mapping : sample.mappings) {
      GoldenRun before = read(mapping, sample.path());
      Path changed = target(sample);
      if (move(sample, changed, before.tables)) {
        GoldenRun after = read(mapping, changed);
        // An unpivoted column is none of the headings; it shows in the order of the records.
        assertThat(headings(after).equals(headings(before)) && values(after).equals(values(before)))
            .isFalse();
        assertSame(before, after);
      }
    }
  }

  private static boolean move(Sample sample, Path to, List<Header> tables) throws IOException {
    Path from = sample.path();
    switch (sample.kind) {
      case BOOK -> ChangedBook.change(from, to, book -> ChangedBook.move(book, tables));
      case COMMA, SEMICOLON, TAB -> sample.text().move(tables.get(0)).write(to);
      case ODS ->
          Files.write(
              to,
              ChangedMarkup.ods(from, xml -> ChangedMarkup.odsMove(xml, 2, new ColumnMove(13, 2))));
      case XMLSS ->
          Files.write(
              to,
              ChangedMarkup.text(
                  from, xml -> ChangedMarkup.xmlssMove(xml, 1, new ColumnMove(15, 3))));
      case HTML ->
          Files.write(to, ChangedMarkup.text(from, html -> ChangedMarkup.htmlMove(html, 1)));
      case RECORDS, JSON, DATABASE -> {
        return false;
      }
    }
    return true;
  }

  @Test
  void aMonthAddedAsASheetBringsItsRecords() throws IOException {
    Path changed = target(Sample.SKDN);
    ChangedBook.change(
        Sample.SKDN.path(),
        changed,
        book -> book.setSheetName(book.getSheetIndex(cloned(book, "JAN")), "JAN 25"));

    assertAdded(Sample.SKDN, changed, "JAN 25", 29);
  }

  private static org.apache.poi.ss.usermodel.Sheet cloned(Workbook book, String sheet) {
    return book.cloneSheet(book.getSheetIndex(sheet));
  }

  @Test
  void aMonthAddedAsADateBringsItsRecords() throws IOException {
    Path changed = target(Sample.RETRIBUSI);
    String value = "<Data ss:Type=\"Number\">4321</Data>";
    Files.write(
        changed,
        ChangedMarkup.text(
            Sample.RETRIBUSI.path(),
            xml ->
                ChangedMarkup.xmlssAdd(
                    xml, 17, "<Data ss:Type=\"DateTime\">2025-01-01T00:00:00.000</Data>", value)));

    assertAdded(Sample.RETRIBUSI, changed, "Jan-25", 35);
  }

  @Test
  void aMonthAddedAsAWordBringsItsRecords() throws IOException {
    Path changed = target(Sample.RETRIBUSI);
    String value = "<Data ss:Type=\"Number\">4321</Data>";
    Files.write(
        changed,
        ChangedMarkup.text(
            Sample.RETRIBUSI.path(),
            xml -> ChangedMarkup.xmlssAdd(xml, 17, "<Data ss:Type=\"String\">JULI</Data>", value)));

    assertAdded(Sample.RETRIBUSI, changed, "JULI", 35);
  }

  @Test
  void aYearAddedBringsItsRecords() throws IOException {
    Header table = read("bps/kemiskinan", Sample.KEMISKINAN.path()).tables.get(0);
    Path changed = target(Sample.KEMISKINAN);
    Sample.KEMISKINAN.text().add(table, "2025**", "9.99").write(changed);

    assertAdded(Sample.KEMISKINAN, changed, "2025", 38);
  }

  @ParameterizedTest
  @EnumSource(
      value = Sample.class,
      names = {"DSSD", "DSSD_LAGI"})
  void aYearAddedToIndicatorsBringsItsRecords(Sample sample) throws IOException {
    Header table = read("pupr/dssd", sample.path()).tables.get(0);
    Path changed = target(sample);
    ChangedBook.change(
        sample.path(), changed, book -> ChangedBook.add(book, table, "data_2031", 7));

    assertAdded(sample, changed, "2031", 45);
  }

  /** The records of before are all there, and so many more that hold the new value. */
  private static void assertAdded(Sample sample, Path changed, String added, int count) {
    String mapping = sample.mappings.get(0);
    List<List<String>> before = values(read(mapping, sample.path()));
    List<List<String>> after = values(read(mapping, changed));
    assertThat(without(before, after)).as("lost").isEmpty();
    List<List<String>> gained = without(after, before);
    assertThat(gained).allSatisfy(record -> assertThat(record).contains(added));
    assertThat(gained).hasSize(count);
  }

  private static String told(GoldenRun run) {
    return run.report.issues().stream()
        .map(issue -> issue.count() + " " + issue.code() + " " + issue.example())
        .collect(Collectors.joining("; "));
  }

  private static void assertSame(GoldenRun before, GoldenRun after) {
    assertThat(before.accepted).isNotEmpty();
    assertThat(without(values(before), values(after))).as(() -> "lost; " + told(after)).isEmpty();
    assertThat(without(values(after), values(before))).as("gained").isEmpty();
    assertThat(after.report.counts()).as(() -> told(after)).isEqualTo(before.report.counts());
    assertThat(after.report.outcome()).isEqualTo(before.report.outcome());
  }

  private static List<List<String>> values(GoldenRun run) {
    return run.accepted.stream().map(GoldenRun.Taken::values).toList();
  }

  /** A moved column of an unpivoted table changes the order of its records, and nothing else. */
  private static List<List<String>> without(List<List<String>> records, List<List<String>> others) {
    Map<List<String>, Integer> counts = new HashMap<>();
    others.forEach(record -> counts.merge(record, 1, Integer::sum));
    return records.stream().filter(record -> counts.merge(record, -1, Integer::sum) < 0).toList();
  }

  private static List<String> headings(GoldenRun run) {
    List<String> headings = new ArrayList<>();
    for (Header table : run.tables) {
      headings.add(
          table.fields().stream()
              .map(field -> field.column() + " " + field.heading())
              .collect(Collectors.joining("|")));
    }
    return headings;
  }

  private Path target(Sample sample) throws IOException {
    String name = String.valueOf(sample.path().getFileName());
    Path folder = sample.path().getParent();
    Path agency = temporary.resolve(String.valueOf(Objects.requireNonNull(folder).getFileName()));
    return Files.createDirectories(agency).resolve(name);
  }

  private static GoldenRun read(String id, Path file) {
    Found found = MAPPINGS.find(id);
    Mapping mapping = Objects.requireNonNull(found.mapping(), id);
    CodeLists codes = found.codes();
    return GoldenRun.of(mapping, file, String.valueOf(file.getFileName()), codes);
  }
}
