package id.pde.run.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.MappingReader.Checked;
import id.pde.mapping.Vocabulary;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Normaliser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows and rows that are none, from their texts to the verdict. */
class DeliveryWatchTest {

  private static final CodeLists LISTS =
      new CodeLists(
          Map.of(
              "wilayah",
              new CodeList(
                  "wilayah",
                  List.of(
                      new Code("1", "Kademangan", "kecamatan", null, List.of()),
                      new Code("2", "Mayangan", "kecamatan", null, List.of()),
                      new Code("1.1", "Ketapang", "kelurahan", "1", List.of()),
                      new Code("1.2", "Pilang", "kelurahan", "1", List.of()),
                      new Code("2.1", "Jati", "kelurahan", "2", List.of())))));

  private static final String MAPPING =
      """
      source: {decimal: ",", header: none, fields: [kec, kel, jumlah], kinds: {data: "/^[^T]/", tail: "/^T/"}}
      target: {table: warga, key: [kel]}
      columns:
        kec: {type: code(wilayah), level: kecamatan}
        kel: {type: code(wilayah), level: kelurahan, parent: kec}
        jumlah: {type: integer, class: publik}
      checks: [%s]
      """;

  private final List<String> issues = new ArrayList<>();
  private @Nullable BigDecimal before;

  /** What came of a delivery; lines beginning with # are no data, with @ the tail record. */
  private String verdict(String check, String... lines) {
    Checked checked =
        MappingReader.read(
            new MappingText("mappings/dkupp/warga.yaml", MAPPING.formatted(check), "00"),
            new Vocabulary(Set.of("wilayah"), Set.of("dkupp")));
    assertThat(checked.faults()).isEmpty();
    Mapping mapping = Objects.requireNonNull(checked.mapping());
    Header header =
        new Header(
            Header.Origin.SHEET,
            "S",
            1,
            List.of(new Field("kec", 1), new Field("kel", 2), new Field("jumlah", 3)));
    Binding binding = ((Binding.Bound.Fits) Binding.bind(mapping, header)).binding();
    Normaliser normaliser = new Normaliser(mapping, LISTS, binding);
    DeliveryWatch watch = new DeliveryWatch(mapping, LISTS, "a.xlsx");
    watch.table(view(normaliser));
    for (int i = 0; i < lines.length; i++) {
      String[] cells = lines[i].split(";", -1);
      boolean data = !lines[i].startsWith("#") && !lines[i].startsWith("@");
      Row row = Row.ofTexts(header, i + 1L, i + 2L, cells);
      if (lines[i].startsWith("@")) {
        watch.frame(Frame.TAIL, new Location.Line(i + 2L, 0, null), List.of(cells));
      } else if (data) {
        watch.row(row, normaliser.apply(row) instanceof Outcome.Accepted, null);
      } else {
        watch.dropped(row);
      }
    }
    issues.clear();
    List<CheckResult> results = watch.end(name -> before, issue -> issues.add(shown(issue)));
    assertThat(results).hasSize(1);
    CheckResult result = results.get(0);
    return result.verdict().code() + " " + result.value() + " " + result.expected();
  }

  private static String shown(Issue issue) {
    return issue.location().shown() + " " + issue.code() + ": " + issue.message().en();
  }

  private static RowView view(Normaliser normaliser) {
    return new RowView() {
      @Override
      public @Nullable Object[] values() {
        return normaliser.values();
      }

      @Override
      public @Nullable BigDecimal amount(Row row, int column) {
        return normaliser.amount(row, column);
      }
    };
  }

  private static final String TOTAL =
      "{name: jumlah, sum: jumlah, equals: total-row, severity: warn}";
  private static final String PARTS =
      "{name: jumlah, sum: jumlah, equals: total-row, by: kec, severity: warn}";

  @Test
  void addsTheTableUpToItsTotal() {
    assertThat(verdict(TOTAL, "1;1.1;10", "1;1.2;1.005", "#Jumlah;;1.015"))
        .isEqualTo("held 1015 1015");
    assertThat(verdict(TOTAL, "#KOTA;;1.015", "1;1.1;10", "1;1.2;1.005"))
        .isEqualTo("held 1015 1015");
    assertThat(verdict(TOTAL, "1;1.1;10", "1;1.2;20", "#Jumlah;;31", "#Rata-rata;;15"))
        .isEqualTo("broken 30 31");
    assertThat(issues)
        .containsExactly(
            "S!row 4 check.jumlah: check jumlah: the sum of jumlah does not agree: 31 is written,"
                + " the rows add up to 30, a difference of 1");
  }

  @Test
  void countsRowsThatAreRejectedForTheSenderCountedThem() {
    assertThat(verdict(TOTAL, "1;1.1;10", "9;1.2;20", "#Jumlah;;30")).isEqualTo("held 30 30");
  }

  @Test
  void tellsTheSumOfThePartsFromTheSumOfAll() {
    String[] all = {"1;1.1;10", "#Sub;;10", "2;2.1;20", "#Sub;;20", "#Jumlah;;30"};
    assertThat(verdict(TOTAL, all)).isEqualTo("held 30 30");
    assertThat(verdict(PARTS, all)).isEqualTo("held 20 20");

    String[] parts = {"1;1.1;10", "#Sub;;10", "2;2.1;20", "#Sub;;20"};
    assertThat(verdict(TOTAL, parts)).isEqualTo("open null null");
    assertThat(issues)
        .containsExactly("a.xlsx check.jumlah: check jumlah: there is no total row for jumlah");
  }

  @Test
  void comparesEveryPartWithItsOwnSum() {
    assertThat(verdict(PARTS, "1;1.1;10", "1;1.2;5", "#Sub;;15", "2;2.1;20", "#Sub;;21", "#J;;36"))
        .isEqualTo("broken 20 21");
    assertThat(issues).hasSize(1);
    assertThat(issues.get(0)).startsWith("S!row 6 check.jumlah").contains("(kec = 2)");

    assertThat(
            verdict(
                PARTS, "#KOTA;;36", "#Kec 1;;15", "1;1.1;10", "1;1.2;5", "#Kec 2;;21", "2;2.1;20"))
        .isEqualTo("broken 20 21");
    assertThat(issues).hasSize(1);
  }

  @Test
  void allowsTheMarginThatIsDeclared() {
    String near = "{name: jumlah, sum: jumlah, equals: total-row, margin: 1, severity: warn}";
    assertThat(verdict(near, "1;1.1;10", "#Jumlah;;11")).isEqualTo("held 10 11");
    assertThat(verdict(near, "1;1.1;10", "#Jumlah;;12")).isEqualTo("broken 10 12");
  }

  @Test
  void comparesWithTheTailRecord() {
    String sum = "{name: ekor, sum: jumlah, equals: tail(3), severity: refuse}";
    String rows = "{name: ekor, count: rows, equals: tail(2), severity: refuse}";

    assertThat(verdict(sum, "1;1.1;10", "1;1.2;5", "@T;2;15")).isEqualTo("held 15 15");
    assertThat(verdict(rows, "1;1.1;10", "1;1.2;5", "@T;000002;15")).isEqualTo("held 2 2");
    assertThat(verdict(sum, "1;1.1;10", "1;1.2;5", "@T;2;16")).isEqualTo("broken 15 16");
    assertThat(issues)
        .containsExactly(
            "line 4 check.ekor: check ekor: the sum of jumlah is 15, but tail(3) states 16");
    assertThat(verdict(sum, "1;1.1;10", "@T;x")).isEqualTo("open 10 null");
    assertThat(issues).hasSize(1);
  }

  @Test
  void comparesWithTheLastLoad() {
    String near = "{name: wajar, sum: jumlah, within: 10%, severity: warn}";

    assertThat(verdict(near, "1;1.1;10")).isEqualTo("open 10 null");
    before = new BigDecimal("100");
    assertThat(verdict(near, "1;1.1;110")).isEqualTo("held 110 100");
    assertThat(verdict(near, "1;1.1;89", "9;1.2;20")).isEqualTo("broken 89 100");
    assertThat(issues)
        .containsExactly(
            "a.xlsx check.wajar: check wajar: the sum of jumlah is 89, in the last load it was 100"
                + " (-11%)");
  }

  @Test
  void namesTheCodesThatAreMissing() {
    String whole = "{name: lengkap, complete: kel, severity: warn}";
    String parts = "{name: lengkap, complete: kel, by: kec, severity: warn}";

    assertThat(verdict(whole, "1;1.1;1", "1;1.2;1", "2;2.1;1")).isEqualTo("held 3 3");
    assertThat(verdict(whole, "1;1.1;1")).isEqualTo("broken 1 3");
    assertThat(issues)
        .containsExactly(
            "a.xlsx check.lengkap: check lengkap: kel is not complete, missing: Pilang, Jati (2)");
    assertThat(verdict(parts, "1;1.1;1")).isEqualTo("broken 1 2");
    assertThat(issues.get(0)).endsWith("kel (kec = 1) is not complete, missing: Pilang (1)");
    assertThat(verdict(whole)).isEqualTo("broken 0 3");
  }
}
