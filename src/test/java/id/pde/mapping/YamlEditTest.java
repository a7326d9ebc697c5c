package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.yaml.YamlEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlEditTest {

  private static final List<String> TYPE = List.of("columns", "nik", "type");

  private static final String FLOW =
      """
      # mine
      title: Penduduk # stays
      source:
        file: ["*x*"]
      columns:
        # ? 3 of 4 are NIKs
        nik: {from: NIK, type: nik}   # keep me
        nama: {from: Nama, type: text}
      """;

  private static final String BLOCK =
      """
      columns:
        nik:
          from: NIK
          type: nik # why
        nama:
          from: [Nama, Name]
      tolerance: {rejects: 5%}
      """;

  @Test
  void changesOneValueAndNothingElse() {
    assertThat(YamlEdit.set(FLOW, TYPE, "text")).contains(FLOW.replace("type: nik", "type: text"));
    assertThat(YamlEdit.set(BLOCK, TYPE, "text"))
        .contains(BLOCK.replace("type: nik", "type: text"));
  }

  @Test
  void addsAKeyWhereItsBlockIs() {
    assertThat(YamlEdit.set(FLOW, List.of("columns", "nik", "class"), "pribadi-umum"))
        .contains(FLOW.replace("type: nik}", "type: nik, class: pribadi-umum}"));
    assertThat(YamlEdit.set(BLOCK, List.of("columns", "nik", "class"), "pribadi-umum"))
        .contains(BLOCK.replace("nik # why\n", "nik # why\n    class: pribadi-umum\n"));
    assertThat(YamlEdit.set(BLOCK, List.of("columns", "nama", "type"), "text"))
        .contains(BLOCK.replace("Name]\n", "Name]\n    type: text\n"));
  }

  @Test
  void makesTheBlockThatAKeyNeeds() {
    assertThat(YamlEdit.set("title: x\n", List.of("source", "sheet"), "all"))
        .contains("title: x\nsource: {sheet: all}\n");
    assertThat(YamlEdit.set("title: x\nsource:\n", List.of("source", "sheet"), "all"))
        .contains("title: x\nsource: {sheet: all}\n");
  }

  @Test
  void replacesABlockAsAWhole() {
    assertThat(YamlEdit.set(BLOCK, List.of("columns", "nik"), "{type: nik}"))
        .contains(
            "columns:\n  nik: {type: nik} # why\n  nama:\n    from: [Nama, Name]\ntolerance: {rejects: 5%}\n");
  }

  @Test
  void takesAKeyOutWithTheQuestionAboveIt() {
    assertThat(YamlEdit.remove(FLOW, List.of("columns", "nik")))
        .contains(
            FLOW.replace("  # ? 3 of 4 are NIKs\n  nik: {from: NIK, type: nik}   # keep me\n", ""));
    assertThat(YamlEdit.remove(FLOW, TYPE)).contains(FLOW.replace(", type: nik", ""));
    assertThat(YamlEdit.remove(FLOW, List.of("columns", "nik", "from")))
        .contains(FLOW.replace("from: NIK, ", ""));
    assertThat(YamlEdit.remove(BLOCK, List.of("columns", "nama")))
        .contains(BLOCK.replace("  nama:\n    from: [Nama, Name]\n", ""));
    assertThat(YamlEdit.remove(FLOW, List.of("columns", "nobody"))).contains(FLOW);
  }

  @Test
  void renamesAKey() {
    assertThat(YamlEdit.rename(FLOW, List.of("columns", "nama"), "nama_lengkap"))
        .contains(FLOW.replace("  nama: {", "  nama_lengkap: {"));
  }

  @Test
  void countsSignsBeyondTheBasicPlane() {
    String text = "title: \uD83D\uDE00\uD83D\uDE00\ncolumns:\n  a: {type: text}\n";

    assertThat(YamlEdit.set(text, List.of("columns", "a", "type"), "date"))
        .contains(text.replace("type: text", "type: date"));
  }

  @Test
  void leavesToPeopleWhatIsWrittenByReference() {
    String text = "x: &a {type: text}\ncolumns:\n  b: *a\n";

    assertThat(YamlEdit.set(text, List.of("columns", "b"), "{}")).isEmpty();
    assertThat(YamlEdit.set("a: [", List.of("a"), "b")).isEmpty();
  }
}
