package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingTest {

  private static final ColumnType TEXT = new ColumnType.TextType();
  private static final Drift SILENT = new Drift(Drift.Policy.IGNORE, Drift.Policy.IGNORE);

  private static Header header(String... headings) {
    List<Field> fields = new ArrayList<>();
    for (String heading : headings) {
      fields.add(new Field(heading, fields.size() + 1));
    }
    return new Header(Header.Origin.SHEET, "Mei", 4, fields);
  }

  private static Mapping mapping(Drift drift, ColumnSpec... columns) {
    return Sample.mapping(List.of(columns), List.of("nik"), null, drift);
  }

  private static Binding fits(Mapping mapping, Header header) {
    Binding.Bound bound = Binding.bind(mapping, header);
    assertThat(bound).isInstanceOf(Binding.Bound.Fits.class);
    return ((Binding.Bound.Fits) bound).binding();
  }

  private static List<String> faults(Mapping mapping, Header header) {
    Binding.Bound bound = Binding.bind(mapping, header);
    List<Issue> issues =
        bound instanceof Binding.Bound.Misfit misfit
            ? misfit.faults()
            : ((Binding.Bound.Fits) bound).notes();
    List<String> shown = new ArrayList<>();
    for (Issue issue : issues) {
      shown.add(
          issue.severity()
              + " "
              + issue.code()
              + " at "
              + issue.location().shown()
              + ": "
              + issue.message().en());
    }
    return shown;
  }

  @Test
  void matchesWithoutCaseBlanksAndDots() {
    Mapping mapping =
        mapping(
            Drift.DEFAULT,
            Sample.column("nik", TEXT, "NIK", "No. KTP"),
            Sample.column("nama", TEXT, "Nama Lengkap"));
    Binding binding = fits(mapping, header("NAMA  LENGKAP", "no ktp"));
    assertThat(binding.field(0)).isEqualTo(1);
    assertThat(binding.field(1)).isZero();
  }

  @Test
  void matchesTheLastPartWhereItIsUnique() {
    Mapping mapping =
        mapping(SILENT, Sample.column("nik", TEXT, "NIK"), Sample.column("l", TEXT, "L"));
    assertThat(fits(mapping, header("NIK", "2019 / L", "2019 / P")).field(1)).isEqualTo(1);
    assertThat(fits(mapping, header("NIK", "2019 / L", "L")).field(1)).isEqualTo(2);
    assertThat(faults(mapping, header("NIK", "2019 / L", "2020 / L")))
        .containsExactly(
            "REFUSE heading.duplicated at Mei!C4: heading \"L\" is there 2 times: \"2019 / L\""
                + " (Mei!B4), \"2020 / L\" (Mei!C4)");
  }

  @Test
  void matchesAnyEndOfThePathThatIsUnique() {
    Mapping mapping =
        mapping(SILENT, Sample.column("nik", TEXT, "NIK"), Sample.column("l", TEXT, "D / L"));
    assertThat(fits(mapping, header("NIK", "BALITA / D / L", "BALITA / K / L")).field(1))
        .isEqualTo(1);
    assertThat(faults(mapping, header("NIK", "BAYI / D / L", "BALITA / D / L")))
        .containsExactly(
            "REFUSE heading.duplicated at Mei!C4: heading \"D / L\" is there 2 times:"
                + " \"BAYI / D / L\" (Mei!B4), \"BALITA / D / L\" (Mei!C4)");
  }

  @Test
  void saysHowToReadATableThatRepeatsBesideItself() {
    Mapping mapping = mapping(SILENT, Sample.column("nik", TEXT, "NIK"));
    Binding.Bound bound = Binding.bind(mapping, header("NIK", "NAMA", "NIK", "NAMA"));
    assertThat(((Binding.Bound.Misfit) bound).faults().get(0).fix().en())
        .endsWith("; if the table repeats beside itself, write blocks: beside in source");
  }

  @Test
  void refusesTwoAlternativesAtOnce() {
    Mapping mapping = mapping(SILENT, Sample.column("nik", TEXT, "NIK", "No. KTP"));
    assertThat(faults(mapping, header("NIK", "Nama", "NO KTP")))
        .containsExactly(
            "REFUSE heading.both at Mei!C4: more than one heading fits column nik: \"NIK\""
                + " (Mei!A4), \"NO KTP\" (Mei!C4)");
  }

  @Test
  void toleratesRepeatedHeadingsThatNobodyNeeds() {
    Mapping mapping = mapping(SILENT, Sample.column("nik", TEXT, "NIK"));
    assertThat(faults(mapping, header("NIK", "KET", "KET", "", ""))).isEmpty();
  }

  @Test
  void refusesAMissingKeyAndNamesWhatIsNear() {
    Mapping mapping = mapping(SILENT, Sample.column("nik", TEXT, "NIK", "No. KTP"));
    assertThat(faults(mapping, header("NAMA", "NO_KTP", "Alamat")))
        .containsExactly(
            "REFUSE heading.missing at Mei!row 4: column nik was not found: there is no heading"
                + " \"NIK\", \"No. KTP\"; similar: \"NO_KTP\"");
    assertThat(faults(mapping, header("Kolom satu", "Jumlah")))
        .containsExactly(
            "REFUSE heading.missing at Mei!row 4: column nik was not found: there is no heading"
                + " \"NIK\", \"No. KTP\"; other headings in the file: \"Kolom satu\", \"Jumlah\"");
  }

  @Test
  void followsDriftForOtherHeadings() {
    ColumnSpec nik = Sample.column("nik", TEXT, "NIK");
    ColumnSpec agama = Sample.column("agama", TEXT, "Agama");
    Drift warn = new Drift(Drift.Policy.WARN, Drift.Policy.WARN);
    Drift refuse = new Drift(Drift.Policy.REFUSE, Drift.Policy.REFUSE);
    Header header = header("NIK", "Hobi");
    assertThat(fits(mapping(SILENT, nik, agama), header).field(1)).isEqualTo(-1);
    assertThat(faults(mapping(SILENT, nik, agama), header)).isEmpty();
    assertThat(faults(mapping(warn, nik, agama), header))
        .containsExactly(
            "WARN heading.missing at Mei!row 4: column agama was not found: there is no heading"
                + " \"Agama\"; other headings in the file: \"Hobi\"",
            "WARN heading.new at Mei!B4: heading \"Hobi\" is not known to mapping dkupp/harga");
    assertThat(faults(mapping(refuse, nik, agama), header))
        .hasSize(2)
        .allMatch(fault -> fault.startsWith("REFUSE"));
  }

  @Test
  void speaksIndonesianFirst() {
    Mapping mapping = mapping(SILENT, Sample.column("nik", TEXT, "NIK"));
    Binding.Bound bound = Binding.bind(mapping, header("NIKK"));
    assertThat(bound).isInstanceOf(Binding.Bound.Misfit.class);
    Issue issue = ((Binding.Bound.Misfit) bound).faults().get(0);
    assertThat(issue.message().id())
        .isEqualTo("kolom nik tidak ditemukan: tidak ada judul \"NIK\"; yang mirip: \"NIKK\"");
    assertThat(issue.fix().id())
        .isEqualTo(
            "kirim berkas dengan judul itu, atau tambahkan judul yang dipakai pada from di"
                + " mappings/dkupp/harga.yaml:23:3");
    assertThat(issue.rule()).isEqualTo("from at mappings/dkupp/harga.yaml:23:3");
    assertThat(issue.column()).isEqualTo("nik");
  }
}
