package id.pde.web.studio;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.web.studio.DraftForm.Written;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftFormTest {

  private static final String DRAFT =
      """
      source:
        sheet: Data
      target:
        table: warga
        # ? nama is different in all rows
        key: [nama]
        load: merge
      columns:
        # ? 3 of 4 are NIKs
        nik: {from: NIK, type: text}
        nama: {from: Nama, type: text, required: true}
        umur: {from: [Umur, Usia], type: integer}
      """;

  private static final DraftColumns NOW = DraftColumns.of(DRAFT).orElseThrow();

  @Test
  void showsWhatIsWritten() {
    assertThat(NOW.key()).containsExactly("nama");
    assertThat(NOW.layout().sheet()).isEqualTo("Data");
    assertThat(NOW.columns()).extracting("name").containsExactly("nik", "nama", "umur");
    assertThat(NOW.columns().get(0).remarks()).containsExactly("3 of 4 are NIKs");
    assertThat(NOW.columns().get(2).from()).isEqualTo("Umur, Usia");
  }

  /** The form as the page gives it when nothing is changed. */
  private static Map<String, String> unchanged() {
    Map<String, String> given = new LinkedHashMap<>();
    for (int i = 0; i < NOW.columns().size(); i++) {
      DraftColumns.Column column = NOW.columns().get(i);
      given.put("was." + i, column.name());
      given.put("name." + i, column.name());
      given.put("type." + i, column.type());
      given.put("class." + i, column.dataClass());
      given.put("protect." + i, column.protect());
      given.put("keep." + i, "yes");
      if (column.required()) {
        given.put("required." + i, "yes");
      }
      if (NOW.key().contains(column.name())) {
        given.put("key." + i, "yes");
      }
    }
    return given;
  }

  @Test
  void leavesTheTextAloneWhereNothingIsChanged() {
    assertThat(DraftForm.columns(DRAFT, NOW, unchanged())).isEqualTo(new Written(DRAFT, true));
  }

  @Test
  void writesEveryChangeInItsPlace() {
    Map<String, String> given = unchanged();
    given.put("type.0", "nik");
    given.put("class.0", "pribadi-umum");
    given.put("protect.0", "mask");
    given.put("required.0", "yes");
    given.put("key.0", "yes");
    given.remove("key.1");
    given.remove("required.1");
    given.put("name.1", "nama_lengkap");
    given.remove("keep.2");

    assertThat(DraftForm.columns(DRAFT, NOW, given).yaml())
        .isEqualTo(
            """
            source:
              sheet: Data
            target:
              table: warga
              key: [nik]
              load: merge
            columns:
              nik: {from: NIK, type: nik, required: true, class: pribadi-umum, protect: mask}
              nama_lengkap: {from: Nama, type: text}
            """);
  }

  @Test
  void aTableWithoutAKeyIsAppendedTo() {
    Map<String, String> given = unchanged();
    given.remove("key.1");

    String yaml = DraftForm.columns(DRAFT, NOW, given).yaml();

    assertThat(yaml).contains("load: append").doesNotContain("key:");
  }

  @Test
  void whatSomebodyTypesStaysOneText() {
    Map<String, String> given = unchanged();
    given.put("type.0", "text}, evil: {a: \"b\\");
    given.put("name.1", "a: b\n# c");

    DraftColumns after = DraftColumns.of(DraftForm.columns(DRAFT, NOW, given).yaml()).orElseThrow();

    assertThat(after.columns()).extracting("name").containsExactly("nik", "a: b # c", "umur");
    assertThat(after.columns().get(0).type()).isEqualTo("text}, evil: {a: \"b\\");
  }

  @Test
  void aLayoutIsWrittenAndTakenBack() {
    String yaml = DraftForm.source(DRAFT, Map.of("header", "{row: 4}", "sheet", "")).yaml();

    assertThat(yaml).contains("header: {row: 4}").doesNotContain("sheet");
  }
}
