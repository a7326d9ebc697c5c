package id.pde.source;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.mapping.Mapping;
import id.pde.mapping.MemberPath;
import id.pde.mapping.SourceSpec;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.normalise.Binding;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReadersJsonTest {

  private static final Mapping NAMES = Mappings.of("nik", "nama");

  @TempDir Path folder = Path.of("");

  private List<String> read(Mapping mapping, byte[] content) throws IOException {
    Seen seen = new Seen();
    Path file = Files.write(folder.resolve("file"), content);
    new Readers()
        .read(
            new Delivery("orang.json", file, "0", content.length, Delivery.Form.FILE, null),
            mapping,
            seen);
    return seen.lines;
  }

  private List<String> read(Mapping mapping, String content) throws IOException {
    return read(mapping, content.getBytes(UTF_8));
  }

  private static Mapping records(String path, String... headings) {
    return Mappings.of(Mappings.SOURCE.withRecords(MemberPath.of(path).orElseThrow()), headings);
  }

  @Test
  void namesThatComeLateAreColumnsOfEarlyRecords() throws IOException {
    assertThat(
            read(
                NAMES,
                "[{\"nik\": 3174012345678901, \"nama\": \"Ani\"}, {\"nama\": null, \"nik\": \"2\","
                    + " \"alamat\": {\"jalan\": \"Melati\", \"rt\": [1, 2.50, {\"x\": null}]}}]"))
        .containsExactly(
            "table $@0 1:nik|2:nama|3:alamat / jalan|4:alamat / rt",
            "row 1@1 3174012345678901|Ani|null|null",
            "row 2@2 2|null|Melati|[1,2.50,{\"x\":null}]");
  }

  @Test
  void numbersKeepTheirDigits() throws IOException {
    assertThat(
            read(
                NAMES,
                "[{\"nik\": 0.1000000000000000055511151231257827, \"nama\": 1.50},"
                    + "{\"nik\": -2E3, \"nama\": true}, {\"nik\": 1e999999999, \"nama\": \"\"}]"))
        .containsExactly(
            "table $@0 1:nik|2:nama",
            "row 1@1 0.1000000000000000055511151231257827|1.50",
            "row 2@2 -2000|true",
            "row 3@3 1e999999999|null");
  }

  @Test
  void linesAreRecords() throws IOException {
    assertThat(read(NAMES, "{\"nik\":1}\n\n{\"nik\":2,\n \"nama\":[{\"x\":1}]}\r\n{\"nik\":3}\n"))
        .containsExactly(
            "table $@0 1:nik|2:nama", "row 1@1 1|null", "row 2@3 2|[{\"x\":1}]", "row 3@5 3|null");
  }

  @Test
  void theOnlyArrayOfObjectsIsTheTable() throws IOException {
    assertThat(
            read(
                NAMES,
                "{\"success\": true, \"tags\": [1], \"result\": {\"records\": [null, {\"nik\": 1}]},"
                    + " \"total\": 1}"))
        .containsExactly("table $.result.records@0 1:nik", "row 1@2 1");
  }

  @Test
  void aDeclaredArrayIsTheTable() throws IOException {
    String two = "{\"fields\": [{\"id\": \"nik\"}], \"isi data\": {\"a\": [{\"nik\": 1}]}}";
    assertThat(read(records("$['isi data'].a", "nik"), two))
        .containsExactly("table $['isi data'].a@0 1:nik", "row 1@1 1");
    assertThat(read(records("$", "nik"), "{\"nik\": 1, \"items\": [{\"x\": 1}]}"))
        .containsExactly("table $@0 1:nik|2:items", "row 1@1 1|[{\"x\":1}]");
  }

  @Test
  void noRecordsAreNoFault() throws IOException {
    assertThat(read(NAMES, "[]")).containsExactly("table $@0 1:nik|2:nama");
    assertThat(read(NAMES, "{\"total\": 0, \"data\": []}"))
        .containsExactly("table $.data@0 1:nik|2:nama");
  }

  @Test
  void aPlaceIsAPath() throws IOException {
    Seen seen = new Seen();
    Path file =
        Files.writeString(
            folder.resolve("places"), "{\"rows\": [{\"nik\": 1}, {\"a\": {\"b c\": 1}}]}");
    new Readers().read(new Delivery("x.json", file, "0", 1, Delivery.Form.FILE, null), NAMES, seen);
    assertThat(seen.rows.get(1).location(1).shown()).isEqualTo("$.rows[1].a['b c']");
    Files.writeString(file, "{\"nik\": 1}\n{\"nik\": {\"x\": 1}}");
    new Readers().read(new Delivery("x.json", file, "0", 1, Delivery.Form.FILE, null), NAMES, seen);
    assertThat(seen.rows.get(3).location(1).shown()).isEqualTo("line 2, $.nik.x");
  }

  static Stream<Charset> charsets() {
    return Stream.of("UTF-16LE", "UTF-16BE", "UTF-8").map(Charset::forName);
  }

  @ParameterizedTest
  @MethodSource("charsets")
  void unicodeIsReadWithAndWithoutItsMark(Charset charset) throws IOException {
    String json = "[{\"nik\":\"1\",\"nama\":\"Ani \u00e9\ud83d\ude00\"}]";
    List<String> lines = List.of("table $@0 1:nik|2:nama", "row 1@1 1|Ani \u00e9\ud83d\ude00");
    assertThat(read(NAMES, json.getBytes(charset))).isEqualTo(lines);
    assertThat(read(NAMES, ("\uFEFF" + json).getBytes(charset))).isEqualTo(lines);
  }

  @Test
  void aDeclaredCharsetIsObeyed() throws IOException {
    byte[] latin = "[{\"nik\":\"\u00e9\"}]".getBytes(Charset.forName("windows-1252"));
    assertThat(read(Mappings.of(Mappings.charset("windows-1252"), "nik"), latin))
        .containsExactly("table $@0 1:nik", "row 1@1 \u00e9");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        broken(
            "[{\"a\": 1},\n {\"a\": 2]",
            "line 2, column 9: json.broken The file is not correct JSON here."),
        broken(
            "[{\"a\": 1},\n {\"a\": \"\\ud83d\"}]",
            "line 2, column 16: json.broken The file is not correct JSON here."),
        broken(
            "[{\"a\": 1},\n {\"a\": 2",
            "line 2, column 9: json.cut This JSON file is cut off: it stops before it is complete."),
        broken(
            "[{\"a\": 1, \"a\": 2}]",
            "line 1, column 14: json.duplicate A JSON object holds the same name twice; it is not"
                + " clear which value counts."),
        broken(
            "[{\"a\": 1}]\n[]",
            "line 2, column 1: json.trailing Something else follows in the file after the JSON is"
                + " complete."),
        broken(
            "[{\"a\": 1}, 2]",
            "$[1]: json.record There is no JSON object ({...}) here, but every record has to be"
                + " one."),
        broken(
            "{\"a\": 1}\n[1]",
            "line 2: json.record There is no JSON object ({...}) here, but every record has to be"
                + " one."),
        broken(
            "[{\"a\": [" + "[".repeat(200) + "]".repeat(200) + "]}]",
            "line 1, column 107: limit.depth Values are nested more than 100 deep here."),
        broken(
            "[{\"a\": \"\n\"}]",
            "line 1, column 9: json.broken The file is not correct JSON here."),
        broken(
            "{\"a\": [{\"b\": 1}], \"c\": {\"d\": [{\"e\": 1}]}}",
            "orang.json: json.records This JSON file holds several arrays of objects: $.a, $.c.d."));
  }

  private static Arguments broken(String content, String told) {
    return Arguments.of(content, told);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsBrokenIsRefusedWithItsPlace(String content, String told) {
    assertThat(told(() -> read(NAMES, content))).isEqualTo(told);
  }

  @Test
  void bytesThatAreNoSignsAreRefusedWithTheirPlace() {
    byte[] overlong = "[{\"a\":\n \"x??\"}]".getBytes(UTF_8);
    overlong[10] = (byte) 0xC0;
    overlong[11] = (byte) 0xAF;
    assertThat(told(() -> read(NAMES, overlong)))
        .isEqualTo(
            "line 2, column 4: json.undecodable There are bytes here that are no characters of"
                + " UTF-8.");
    assertThat(
            told(
                () -> read(Mappings.of(Mappings.charset("utf-8"), "a"), "[{}]".getBytes(UTF_16LE))))
        .startsWith("line 1, column 3: json.broken");
  }

  @Test
  void aMissingArrayIsNamed() {
    assertThat(told(() -> read(records("$.b", "nik"), "{\"a\": [{\"b\": 1}]}")))
        .isEqualTo(
            "orang.json: json.records There is no $.b in this JSON file. Arrays of objects found:"
                + " $.a.");
    assertThat(told(() -> read(records("$.b", "nik"), "{\"b\": 5}")))
        .isEqualTo(
            "orang.json: json.records There is no array at $.b. Arrays of objects found: -.");
  }

  private interface Reading {
    List<String> run() throws IOException;
  }

  private static String told(Reading reading) {
    RunStopped stopped = catchThrowableOfType(RunStopped.class, reading::run);
    assertThat(stopped).isNotNull();
    return stopped.issue().location().shown()
        + ": "
        + stopped.issue().code()
        + " "
        + stopped.issue().message().en();
  }

  @Test
  void itsBareGridBeginsWithTheNames() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.json"),
            "{\"a\": [{\"n\": 3174012345678901}, {\"m\": false}], \"b\": [{\"z\": 0}]}");
    List<String> grid = new ArrayList<>();
    GridSource grids = new Readers();
    assertThat(grids.sheets(file))
        .extracting(GridSource.Sheet::name, GridSource.Sheet::rows, GridSource.Sheet::columns)
        .hasToString("[(\"$.a\", 3L, 2), (\"$.b\", 2L, 1)]");
    grids.raw(
        file,
        0,
        (number, cells) ->
            grid.add(
                number
                    + " "
                    + Arrays.stream(cells).map(Cell::text).collect(Collectors.joining("|"))));
    assertThat(grid).containsExactly("1 n|m", "2 3174012345678901|", "3 |false");
  }

  @Test
  void aHeadingMatchesByPathByDotsAndByItsLastPart() {
    for (String from : List.of("$.a.b c", "$['a']['b c']", "a / b c", "a.b c", "B C")) {
      assertThat(new Heads(from).fits()).as(from).isTrue();
    }
    assertThat(new Heads("$.b.a").fits()).isFalse();
  }

  private record Heads(String from) {
    boolean fits() {
      Header header = new Header(Header.Origin.JSON, "$", 0, List.of(new Field("a / b c", 1)));
      return Binding.bind(Mappings.of(from), header) instanceof Binding.Bound.Fits;
    }
  }

  @Test
  void theFormatOfTheMappingIsObeyed() {
    SourceSpec csv = Mappings.SOURCE.with(SourceSpec.Format.CSV);
    assertThat(told(() -> read(Mappings.of(csv, "a"), "[{\"a\": 1}]")))
        .isEqualTo(
            "orang.json: format.differs The content of this file is json, but the mapping asks for"
                + " csv.");
  }
}
