package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Validity;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Row;
import id.pde.normalise.Dating.Dated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Codes that depend on another column, on the period of the row, or on likeness. */
class CodesTest {

  private static final CodeLists LISTS =
      new CodeLists(
          Map.of(
              "wilayah",
              new CodeList(
                  "wilayah",
                  List.of(
                      new Code("1", "Kademangan", "kecamatan", null, List.of()),
                      new Code("2", "Wonoasih", "kecamatan", null, List.of())
                          .bridged("bps", List.of("020")),
                      new Code("1.1", "Kademangan", "kelurahan", "1", List.of()),
                      new Code("1.2", "Ketapang", "kelurahan", "1", List.of()),
                      new Code("2.1", "Kedungasem", "kelurahan", "2", List.of()),
                      new Code("2.2", "Ketapang", "kelurahan", "2", List.of()))),
              "dinas",
              new CodeList(
                  "dinas",
                  List.of(
                      dated("A", "Arsip", null, LocalDate.of(2020, 6, 30), List.of("B")),
                      dated("B", "Arsip", LocalDate.of(2020, 7, 1), null, List.of())))));

  private static Code dated(
      String code,
      String name,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      List<String> after) {
    return new Code(code, name, null, null, List.of(), new Validity(from, to), after, Map.of());
  }

  private static final Header HEADER =
      new Header(
          Header.Origin.TEXT,
          "",
          1,
          List.of(new Field("KEL", 0), new Field("KEC", 1), new Field("DINAS", 2)));

  private static Normaliser normaliser(String columns, Dating dating) {
    String text = "target: {table: t}\ncolumns:\n" + columns;
    MappingReader.Checked checked =
        MappingReader.read(
            new MappingText("mappings/a/b.yaml", text, "0"),
            new Vocabulary(LISTS.lists().keySet(), Set.of("a")));
    Mapping mapping = checked.mapping();
    if (mapping == null || !(Binding.bind(mapping, HEADER) instanceof Binding.Bound.Fits fits)) {
      throw new AssertionError(checked.faults());
    }
    return new Normaliser(mapping, LISTS, fits.binding(), dating);
  }

  private static String said(Normaliser normaliser, @Nullable String... texts) {
    Outcome outcome = normaliser.apply(Row.ofTexts(HEADER, 1, 7, texts));
    StringBuilder said = new StringBuilder();
    if (outcome instanceof Outcome.Accepted accepted) {
      for (int i = 0; i < accepted.record().size(); i++) {
        said.append(said.isEmpty() ? "" : " ").append(accepted.record().value(i));
      }
      accepted.issues().forEach(issue -> said.append(" warn ").append(shown(issue)));
    } else if (outcome instanceof Outcome.Rejected rejected) {
      rejected.issues().forEach(issue -> said.append(" reject ").append(shown(issue)));
    }
    return said.toString().strip();
  }

  private static String shown(Issue issue) {
    return issue.code() + ": " + issue.message().en() + " | " + issue.fix().en();
  }

  @Test
  void looksBelowTheCodeOfAnotherColumnWhicheverStandsFirst() {
    Normaliser normaliser =
        normaliser(
            """
              kel: {from: KEL, type: code(wilayah), level: kelurahan, parent: kec}
              kec: {from: KEC, type: code(wilayah), level: kecamatan, unknown: keep}
            """,
            Dating.NONE);

    assertThat(said(normaliser, "Ketapang", "Kademangan")).isEqualTo("1.2 1");
    assertThat(said(normaliser, "Ketapang", "Wonoasih")).isEqualTo("2.2 2");
    assertThat(said(normaliser, "Ketapang", "Kademangan")).isEqualTo("1.2 1");
    assertThat(said(normaliser, "Kel. Kademangan", "Kec. Kademangan")).isEqualTo("1.1 1");
    assertThat(said(normaliser, "Kedungasem", "Kademangan"))
        .isEqualTo(
            "reject code.parent: \"Kedungasem\" does not lie below the code above it in this row:"
                + " it lies below 2, not 1 | correct this cell, or that of the code above, in the"
                + " source file");
    assertThat(said(normaliser, "Ketapang", null))
        .startsWith(
            "reject code.undecided: \"Ketapang\" can mean several codes: Ketapang (1.2), Ketapang"
                + " (2.2) |");
    assertThat(said(normaliser, "Kedung Asem", "luar kota"))
        .startsWith("2.1 luar kota warn code.unknown");
    assertThat(said(normaliser, "Kadungasam", "Wonoasih"))
        .isEqualTo(
            "reject code.unknown: \"Kadungasam\" is not in the code list wilayah | maybe it means"
                + " Kedungasem (2.1); correct the cell, or decide its code: pde codes decide"
                + " wilayah");
  }

  @Test
  void takesTheLikestOnlyWhereTheMappingSaysHowLike() {
    Normaliser normaliser =
        normaliser(
            "  kel: {from: KEL, type: code(wilayah), level: kelurahan, similar: 0.9}\n",
            Dating.NONE);

    assertThat(said(normaliser, "Kadungasem"))
        .startsWith(
            "2.1 warn code.similar: \"Kadungasem\" was read as the code that it is like:"
                + " Kedungasem (2.1) |");
    assertThat(said(normaliser, "Kadungsem")).startsWith("reject code.unknown");
    assertThat(said(normaliser, "Katapang")).startsWith("reject code.unknown");
  }

  @Test
  void readsCodesOfAnotherSystem() {
    Normaliser normaliser =
        normaliser("  kec: {from: KEC, type: code(wilayah), system: bps}\n", Dating.NONE);

    assertThat(said(normaliser, null, "020")).isEqualTo("2");
    assertThat(said(normaliser, null, "2")).startsWith("reject code.unknown");
  }

  @Test
  void looksAsOfThePeriodOfTheRow() {
    String columns = "  dinas: {from: DINAS, type: code(dinas)}\n";
    Dating early = Dated.always(new Period("2020-03"));
    Dating late = Dated.always(new Period("2020-08"));

    assertThat(said(normaliser(columns, early), null, null, "Arsip")).isEqualTo("A");
    assertThat(said(normaliser(columns, late), null, null, "Arsip")).isEqualTo("B");
    assertThat(said(normaliser(columns, late), null, null, "A"))
        .isEqualTo(
            "reject code.outdated: \"A\" was valid from ... to 2020-06-30 only, not in the period"
                + " of these data | what took its place: B");
  }

  @Test
  void looksAsOfThePeriodThatAnotherColumnHolds() {
    Dating ofKel =
        record -> new Dated(new Period(String.valueOf(record.value(1))), List.of(), null);
    Normaliser normaliser =
        normaliser(
            """
              dinas: {from: DINAS, type: code(dinas)}
              bulan: {from: KEL, type: text}
            """,
            ofKel);

    assertThat(said(normaliser, "2020-03", null, "Arsip")).isEqualTo("A 2020-03");
    assertThat(said(normaliser, "2020-08", null, "Arsip")).isEqualTo("B 2020-08");
  }
}
