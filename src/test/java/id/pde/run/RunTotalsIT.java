package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import id.pde.model.RunOutcome;
import id.pde.run.total.RegionTotals.Part;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a sender may check against is what was accepted, in the end. */
class RunTotalsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;

  @TempDir Path root;
  private OneDataset dataset = new OneDataset(Path.of(""), database, new SettableClock());

  @BeforeEach
  void newCity() throws IOException {
    dataset = new OneDataset(root, database, new SettableClock());
    dataset.begin();
    Files.writeString(
        dataset.mappings().resolve("codes/wilayah.csv"),
        """
        code,name,level,parent
        1,Kademangan,kecamatan,
        2,Mayangan,kecamatan,
        1.1,Ketapang,kelurahan,1
        2.1,Jati,kelurahan,2
        """);
    dataset.mapping(
        """
        source: {format: csv, decimal: ","}
        target: {table: total%d, key: [nomor], load: merge, delete-when: "hapus == 'ya'"}
        columns:
          nomor: {from: "NO", type: integer, required: true}
          kelurahan: {from: KEL, type: code(wilayah), level: kelurahan}
          dana: {from: DANA, type: "decimal(12,2)"}
          hapus: {from: HAPUS, type: text}
        tolerance: {rejects: 90%%, shrink: 100%%}
        """
            .formatted(++tables));
  }

  @Test
  void rowsThatRepeatAreRejectedOrDeleteAreInNoTotal() throws IOException {
    RunReport report =
        dataset.load(
            "a.csv",
            """
            NO;KEL;DANA;HAPUS
            1;Ketapang;100,50;
            2;Jati;200;
            2;Jati;200;
            3;Jati;7;
            3;Jati;8;
            4;Entah;9;
            5;Ketapang;1;ya
            6;Ketapang;;
            7;;3;
            """);
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(report.totals().parts())
        .containsExactly(
            new Part("1", "Kademangan", 2, List.of(new BigDecimal("100.50"))),
            new Part("2", "Mayangan", 1, List.of(new BigDecimal("200.00"))),
            new Part(null, null, 1, List.of(new BigDecimal("3.00"))));
    assertThat(report.totals().whole().rows()).isEqualTo(report.counts().accepted());
    RunReport stored = new PostgresLedger(database.connections()).run(report.run());
    assertThat(stored).isNotNull().extracting(RunReport::totals).isEqualTo(report.totals());
    assertThat(ReportJson.text(report, Language.ID))
        .contains("\"code\":\"1\",\"name\":\"Kademangan\",\"rows\":2,\"sums\":{\"dana\":100.50}");
  }

  @Test
  void aRefusedDeliveryHasNone() throws IOException {
    RunReport report = dataset.load("b.csv", "NO;KEL;DANA;HAPUS\n1;Ketapang;1;\n2;;x\n3;;x\n");
    RunReport refused =
        dataset.load("c.csv", "NO;KEL;DANA;HAPUS\n" + "x;;;\n".repeat(20) + "8;Jati;1;\n");
    assertThat(refused.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(refused.counts().accepted()).isPositive();
    assertThat(refused.totals().isEmpty()).isTrue();
    assertThat(report.totals().isEmpty()).isFalse();
  }
}
