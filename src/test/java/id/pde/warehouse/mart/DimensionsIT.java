package id.pde.warehouse.mart;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Validity;
import id.pde.model.Period;
import id.pde.run.References;
import id.pde.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Regions, days and agencies, from the lists to the views. */
class DimensionsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @BeforeAll
  static void bringTheLists() throws SQLException {
    Code ward =
        new Code("35.74.01.1001", "Triwung Kidul", "kelurahan", "35.74.01", List.of())
            .bridged("bps", List.of("3574010001", "TRIWUNG KIDOEL"));
    CodeList regions =
        new CodeList(
            "wilayah",
            List.of(
                new Code("35", "Jawa Timur", "provinsi", null, List.of()),
                new Code("35.74", "Kota Probolinggo", "kota", "35", List.of()),
                named("Kademangan", LocalDate.of(2001, 1, 1), null),
                named("Kademangan Lama", null, LocalDate.of(2000, 12, 31)),
                ward,
                new Code("99", "Lepas", "kecamatan", "98", List.of())));
    try (Connection connection = database.open()) {
      connection.setAutoCommit(false);
      References references =
          new References(
              new CodeLists(Map.of("wilayah", regions)), Map.of("dinkes", "Dinas Kesehatan"));
      ReferenceTables.sync(connection, references);
      ReferenceTables.sync(connection, references);
      connection.commit();
    }
  }

  private static Code named(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new Code(
        "35.74.01",
        name,
        "kecamatan",
        "35.74",
        List.of(),
        new Validity(from, to),
        List.of(),
        Map.of());
  }

  @Test
  void regionsKnowThoseAboveThem() throws SQLException {
    assertThat(
            ask(
                "SELECT concat_ws('|', kode, tingkat, kelurahan, kecamatan, kota, provinsi, kode_kota, kode_bps, nama_bps)"
                    + " FROM mart.dim_wilayah ORDER BY kode"))
        .containsExactly(
            "35|provinsi|Jawa Timur",
            "35.74|kota|Kota Probolinggo|Jawa Timur|35.74",
            "35.74.01|kecamatan|Kademangan|Kota Probolinggo|Jawa Timur|35.74",
            "35.74.01.1001|kelurahan|Triwung Kidul|Kademangan|Kota Probolinggo|Jawa Timur|35.74|3574010001|TRIWUNG KIDOEL",
            "99|kecamatan|Lepas");
  }

  @Test
  void daysHaveTheirNamesAndPeriods() throws SQLException {
    assertThat(
            ask(
                "SELECT concat_ws('|', tahun, semester, triwulan, nama_bulan, month_name, nama_hari, day_name, akhir_pekan,"
                    + " tahun_iso, minggu_iso, periode_semester, periode_triwulan, periode_bulan)"
                    + " FROM mart.dim_tanggal WHERE tanggal IN ('2024-12-30', '2024-06-30') ORDER BY tanggal"))
        .containsExactly(
            "2024|1|2|Juni|June|Minggu|Sunday|t|2024|26|2024-S1|2024-Q2|2024-06",
            "2024|2|4|Desember|December|Senin|Monday|f|2025|1|2024-S2|2024-Q4|2024-12");
  }

  @Test
  void agenciesHaveTheirNames() throws SQLException {
    assertThat(ask("SELECT instansi || '|' || nama FROM mart.dim_instansi"))
        .containsExactly("dinkes|Dinas Kesehatan");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024",
        "2024-S1",
        "2024-S2",
        "2024-Q1",
        "2024-Q4",
        "2024-02",
        "2023-02",
        "2024-02-29",
        "2024/2025",
        "2022-Q4..2023-Q4",
        "2024-01..2024-06",
        "2024..2024-03-31"
      })
  void periodsEndWhereTheyDo(String period) throws SQLException {
    try (Connection connection = database.open();
        PreparedStatement statement = connection.prepareStatement("SELECT pde.period_end(?)")) {
      statement.setString(1, period);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        assertThat(row.getObject(1, LocalDate.class)).isEqualTo(new Period(period).end());
      }
    }
  }

  private static List<String> ask(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection connection = database.open();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }
}
