package id.pde.source.codes;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.codes.Validity;
import id.pde.model.Severity;
import id.pde.run.CodeListReader.CodeFile;
import id.pde.run.CodeListReader.Read;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListCsvTest {

  private static Read read(String content) {
    return new CodeListCsv()
        .read(new CodeFile("warna", "mappings/codes/warna.csv", content), List.of());
  }

  private static List<String> faults(String content) {
    return read(content).faults().stream()
        .map(fault -> fault.location().shown() + " " + fault.code() + " " + fault.message().en())
        .toList();
  }

  @Test
  void readsCodesWithAllThatTheyCarry() {
    Read read =
        read(
            """
            code,name,level,parent,valid_from,valid_to,successor,variants,code_bps
            1,"Merah, tua",atas,,2020-01-01,,,merah| abang |,01
            01.1,Jambu,bawah,1,,2024-12-31,1|2,,
            2,Jingga,bawah,1,,,,,
            """);

    assertThat(read.faults()).isEmpty();
    CodeList list = read.list();
    assertThat(list).isNotNull();
    assertThat(list.name()).isEqualTo("warna");
    assertThat(list.codes().get(0).variants()).containsExactly("merah", "abang");
    assertThat(list.codes().get(0).parent()).isNull();
    assertThat(list.codes().get(1).code()).isEqualTo("01.1");
    assertThat(list.codes().get(1).parent()).isEqualTo("1");
    assertThat(list.find("ABANG")).isEqualTo("1");
    assertThat(list.codes().get(0).bridges()).containsEntry("bps", List.of("01"));
    assertThat(list.codes().get(0).validity())
        .isEqualTo(new Validity(LocalDate.of(2020, 1, 1), null));
    assertThat(list.codes().get(1).successors()).containsExactly("1", "2");
    assertThat(list.dated()).isTrue();
  }

  @Test
  void readsWhatStandsBesideTheList() {
    CodeFile list = new CodeFile("warna", "codes/warna.csv", "code,name\n1,Merah\n2,Biru\n");
    CodeFile bps =
        new CodeFile("bps", "codes/warna.bps.csv", "code,code_bps,name_bps\n1,10,ABANG\n");
    CodeFile decisions =
        new CodeFile(
            "decisions",
            "codes/warna.decisions.csv",
            "value,code,who,when,why\nNila,2,Sari,2026-01-02,\n");

    Read read = new CodeListCsv().read(list, List.of(bps, decisions));

    assertThat(read.faults()).isEmpty();
    CodeList warna = read.list();
    assertThat(warna).isNotNull();
    assertThat(warna.systems()).containsExactly("bps");
    assertThat(warna.look(new Question("10", List.of(), null, "bps", null)))
        .isEqualTo(new Lookup.Found(warna.byCode("1").get(0)));
    assertThat(warna.find("10")).isNull();
    assertThat(warna.find("NILA")).isEqualTo("2");
    assertThat(warna.decisions())
        .containsExactly(new Decision("Nila", "2", "Sari", "2026-01-02", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "bps,'code,code_bps\n3,10',2:1 codes.code the code \"3\" is not in the list",
    "bps,'kode,code_bps\n1,10',1:1 codes.header the column code is missing",
    "decisions,'value,code\nNila,3',2:1 codes.code the code \"3\" is not in the list",
    "decisions,'value,code\n,1',2:1 codes.empty value is empty",
    "decisions,'value,code\nNila,1\nNila,1',3:1 codes.repeated the decision for \"Nila\" is there already"
  })
  void saysWhatIsWrongBesideTheList(String name, String content, String fault) {
    CodeFile list = new CodeFile("warna", "warna.csv", "code,name\n1,Merah\n2,Biru\n");

    Read read = new CodeListCsv().read(list, List.of(new CodeFile(name, "beside.csv", content)));

    assertThat(read.list()).isNull();
    assertThat(
            read.faults().stream()
                .filter(said -> said.severity() != Severity.WARN)
                .map(
                    said ->
                        said.location().shown() + " " + said.code() + " " + said.message().en()))
        .containsExactly("beside.csv:" + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "''|mappings/codes/warna.csv:1:1 codes.header this file is empty",
        "'code,nama'|mappings/codes/warna.csv:1:1 codes.header the column name is missing",
        "'code,name,code'|mappings/codes/warna.csv:1:1 codes.header the column \"code\" is there twice",
        "'code,name\n1,a\n\n1,b'|mappings/codes/warna.csv:4:1 codes.repeated"
            + " the code \"1\" is already at line 2",
        "'code,name\n,a'|mappings/codes/warna.csv:2:1 codes.empty code is empty",
        "'code,name\n1'|mappings/codes/warna.csv:2:1 codes.empty name is empty",
        "'code,name\n1,a,b'|mappings/codes/warna.csv:2:1 codes.fields 3 fields, but 2 headings",
        "'code,name,valid_from\n1,a,1/1/2020'|mappings/codes/warna.csv:2:1 codes.date"
            + " \"1/1/2020\" is not a date like 2024-12-31",
        "'code,name,valid_from,valid_to\n1,a,2020-01-02,2020-01-01'|mappings/codes/warna.csv:2:1"
            + " codes.date valid_to is before valid_from",
        "'code,name,valid_to,successor\n1,a,2020-01-02,2'|mappings/codes/warna.csv:2:1"
            + " codes.successor the successor \"2\" is no other code of this list",
        "'code,name,successor\n1,a,2\n2,b,'|mappings/codes/warna.csv:2:1"
            + " codes.successor there is a successor, but valid_to is empty",
        "'code,name,valid_from,valid_to\n1,a,,2020-01-02\n1,b,2020-01-02,'|"
            + "mappings/codes/warna.csv:3:1 codes.repeated the code \"1\" is already at line 2",
        "'code,name\n1,\"a'|mappings/codes/warna.csv:1:1 codes.csv the CSV is broken after this"
            + " line, maybe a quotation mark that is never closed"
      })
  void saysWhatIsWrong(String content, String fault) {
    assertThat(faults(content).stream().filter(said -> !said.contains("is not known")))
        .containsExactly(fault);
    assertThat(read(content).list()).isNull();
  }

  @Test
  void findsParentsThatGoInACircle() {
    assertThat(faults("code,name,parent\n1,a,2\n2,b,3\n3,c,2\n4,d,1\n"))
        .containsExactly(
            "mappings/codes/warna.csv:3:1 codes.circle the parents of \"2\" lead back to itself",
            "mappings/codes/warna.csv:4:1 codes.circle the parents of \"3\" lead back to itself");
  }

  @Test
  void warnsOfColumnsThatItDoesNotKnow() {
    Read read = read("code,name,varian\n1,a,b\n");

    assertThat(read.list()).isNotNull();
    assertThat(faults("code,name,variant\n1,a,b\n"))
        .containsExactly(
            "mappings/codes/warna.csv:1:1 codes.column the column \"variant\" is not known");
  }

  @Test
  void keepsACodeThatChangesItsNameInTime() {
    assertThat(faults("code,name,valid_from,valid_to\n1,a,,2019-12-31\n1,b,2020-01-01,\n"))
        .isEmpty();
  }
}
