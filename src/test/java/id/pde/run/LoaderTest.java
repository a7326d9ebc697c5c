package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoaderTest extends LoaderCase {

  @Test
  void loadsRowsAndSaysSo() {
    source.row("a", "1").row("b", "2").filtered(FilterReason.SKIP);
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.counts()).isEqualTo(new Counts(3, 2, 0, 1, 2, 0, 0, 0, 0));
    assertThat(report.message())
        .isEqualTo(
            new Text(
                "Dimuat ke tabel harga: 2 dari 3 baris diterima (2 baru, 0 berubah, 0 tetap), 1"
                    + " disaring; lihat `pde run 1`.",
                "Loaded into table harga: 2 of 3 rows accepted (2 new, 0 changed, 0 unchanged), 1"
                    + " filtered; see `pde run 1`."));
    assertThat(warehouse.table).containsOnlyKeys("a", "b");
    assertThat(warehouse.ledger).containsOnly(java.util.Map.entry(1L, report));
    assertThat(source.readings).isEqualTo(1);
    assertThat(steps)
        .containsExactly(
            RunStep.LOCKED,
            RunStep.READING,
            RunStep.COPIED,
            RunStep.SETTLED,
            RunStep.MERGED,
            RunStep.QUARANTINED,
            RunStep.RECORDED,
            RunStep.COMMITTED);
  }

  @Test
  void loadsWithRejectsWithinTheTolerance() {
    source.row("a", "1").rejected(RAGGED);
    RunReport report = load(mapping(LoadMode.MERGE, LENIENT));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
    assertThat(report.counts()).isEqualTo(new Counts(2, 1, 1, 0, 1, 0, 0, 0, 0));
    assertThat(report.message().en())
        .isEqualTo(
            "Loaded into table harga: 1 of 2 rows accepted (1 new, 0 changed, 0 unchanged), 1"
                + " rejected; see `pde rejects 1`.");
    assertThat(warehouse.quarantine.get(1L)).hasSize(1);
  }

  @Test
  void refusesMoreRejectsThanTheShareAllows() {
    source.rejected(RAGGED);
    for (int i = 0; i < 18; i++) {
      source.row("k" + i, "1");
    }
    RunReport report = load(Samples.merge());
    assertRefused(report, "tolerance.exceeded");
    assertThat(report.counts()).isEqualTo(new Counts(19, 18, 1, 0, 18, 0, 0, 0, 0));
    assertThat(report.message())
        .isEqualTo(
            new Text(
                "Kiriman ditolak, tidak ada yang dimuat: 1 dari 19 baris ditolak, lebih dari batas"
                    + " 5% atau 500 baris; perbaiki lalu kirim lagi (rincian: `pde run 1`).",
                "Delivery refused, nothing was loaded: 1 of 19 rows were rejected, more than the"
                    + " limit of 5% or 500 rows; correct it and send it again (details: `pde run"
                    + " 1`)."));
  }

  @Test
  void acceptsExactlyTheShare() {
    source.rejected(RAGGED);
    for (int i = 0; i < 19; i++) {
      source.row("k" + i, "1");
    }
    assertThat(load(Samples.merge()).outcome()).isEqualTo(RunOutcome.LOADED_WITH_REJECTS);
  }

  @Test
  void refusesMoreRejectedRowsThanTheLimitHoweverSmallTheirShare() {
    Tolerance twoRows = new Tolerance(BigDecimal.ONE, 2, BigDecimal.ONE, Empty.REFUSE);
    source.rejected(RAGGED).rejected(RAGGED).row("a", "1").rejected(RAGGED).row("b", "1");
    RunReport report = load(mapping(LoadMode.MERGE, twoRows));
    assertRefused(report, "tolerance.exceeded");
    assertThat(report.counts()).isEqualTo(new Counts(5, 2, 3, 0, 2, 0, 0, 0, 0));
  }

  @Test
  void keepsTheFirstThousandIssuesAndCountsAll() {
    for (int i = 0; i < 1_200; i++) {
      source.rejected(RAGGED);
    }
    RunReport report = load(Samples.merge());
    assertRefused(report, "tolerance.exceeded");
    assertThat(report.details()).hasSize(1_000);
    assertThat(report.details().get(0).code()).isEqualTo("tolerance.exceeded");
    assertThat(report.issues())
        .extracting(RunReport.IssueCount::code, RunReport.IssueCount::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("tolerance.exceeded", 1L),
            org.assertj.core.groups.Tuple.tuple("row.ragged", 1_200L));
  }

  @Test
  void refusesADeliveryWithoutRows() {
    RunReport report = load(Samples.merge());
    assertRefused(report, "delivery.no-rows");
    assertThat(report.message().id())
        .isEqualTo(
            "Kiriman ditolak, tidak ada yang dimuat: tidak ada satu baris data pun di bawah judul"
                + " kolom; perbaiki lalu kirim lagi (rincian: `pde run 1`).");
  }

  @Test
  void loadsNoRowsWhereThatIsDeclared() {
    Tolerance empty = new Tolerance(BigDecimal.ONE, 500, BigDecimal.ONE, Empty.ACCEPT);
    RunReport report = load(mapping(LoadMode.MERGE, empty));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void refusesADeliveryWhoseRowsAreAllFiltered() {
    source.filtered(FilterReason.SKIP).filtered(FilterReason.HIDDEN);
    RunReport report = load(Samples.merge());
    assertRefused(report, "delivery.all-filtered");
    assertThat(report.details().get(0).message())
        .isEqualTo(
            new Text(
                "ke-2 baris semuanya disaring, tidak ada data yang tersisa",
                "all 2 rows were filtered, no data is left"));
  }

  @Test
  void refusesZeroBytesWithoutOpeningThem() {
    Delivery nothing =
        new Delivery(
            "harga.csv", java.nio.file.Path.of("x"), "e3".repeat(32), 0, Delivery.Form.FILE, null);
    RunReport report =
        loader()
            .load(new LoadRequest(Samples.merge(), nothing, Choices.DEFAULT, RunListener.SILENT));
    assertRefused(report, "file.empty");
    assertThat(source.readings).isZero();
    assertThat(report.message().en())
        .isEqualTo(
            "Delivery refused, nothing was loaded: this file is empty (0 bytes); correct it and"
                + " send it again (details: `pde run 1`).");
  }

  @Test
  void refusesAReplacementThatShrinksTheTableTooMuch() {
    for (int i = 0; i < 10; i++) {
      warehouse.table.put("k" + i, List.of("k" + i, "1"));
    }
    for (int i = 0; i < 7; i++) {
      source.row("k" + i, "1");
    }
    RunReport report = load(mapping(LoadMode.REPLACE, Tolerance.DEFAULT));
    assertRefused(report, "shrink.exceeded");
    assertThat(report.details().get(0).message())
        .isEqualTo(
            new Text(
                "kiriman ini akan menghapus 3 dari 10 baris tabel harga, lebih dari batas 20%",
                "this delivery would delete 3 of 10 rows of table harga, more than the limit of"
                    + " 20%"));
    assertThat(warehouse.table).hasSize(10);
  }

  @Test
  void replacesWithinTheShrinkLimit() {
    for (int i = 0; i < 10; i++) {
      warehouse.table.put("k" + i, List.of("k" + i, "1"));
    }
    for (int i = 0; i < 8; i++) {
      source.row("k" + i, "1");
    }
    RunReport report = load(mapping(LoadMode.REPLACE, Tolerance.DEFAULT));
    assertThat(report.counts()).isEqualTo(new Counts(8, 8, 0, 0, 0, 0, 8, 2, 0));
    assertThat(report.message().en()).contains("2 old rows deleted");
    assertThat(warehouse.table).hasSize(8);
  }

  @Test
  void rejectsAllRowsOfARepeatedKeyAndNamesTheOther() {
    source.row("a", "1").row("b", "2").row("a", "3").row("b", "2");
    RunReport report = load(mapping(LoadMode.MERGE, LENIENT));
    assertThat(report.counts()).isEqualTo(new Counts(4, 1, 2, 1, 1, 0, 0, 0, 0));
    assertThat(report.filtered()).containsOnly(java.util.Map.entry(FilterReason.REPEATED, 1L));
    assertThat(report.details())
        .extracting(issue -> issue.location().shown() + ": " + issue.message().en())
        .containsExactly(
            "line 2: the key (kode) of this row is also the key of line 4",
            "line 4: the key (kode) of this row is also the key of line 2");
    assertThat(warehouse.quarantine.get(1L)).extracting(Ledger.RejectedRow::ordinal).contains(1L);
    assertThat(warehouse.table).containsOnlyKeys("b");
    assertThat(source.readings).isEqualTo(2);
  }

  @Test
  void rejectsARowWhoseKeyTheTableHasWhenItOnlyAppends() {
    warehouse.table.put("a", List.of("a", "1"));
    source.row("a", "2").row("b", "2");
    RunReport report = load(mapping(LoadMode.APPEND, LENIENT));
    assertThat(report.counts()).isEqualTo(new Counts(2, 1, 1, 0, 1, 0, 0, 0, 0));
    assertThat(report.details())
        .singleElement()
        .isEqualTo(
            new Issue(
                "key.exists",
                Severity.REJECT,
                new Location.Line(2, 0, null),
                "kode",
                null,
                true,
                "target: {key: [kode], load: append} of dkupp/harga",
                new Text(
                    "kunci (kode) baris ini sudah ada di tabel harga",
                    "the key (kode) of this row is already in table harga"),
                new Text(
                    "hapus baris ini atau perbaiki kuncinya; bila baris ini memang perubahan data,"
                        + " mapping perlu `load: merge`",
                    "remove this row or correct its key; if it is meant as a change, the mapping"
                        + " needs `load: merge`")));
  }

  @Test
  void countsRepeatedKeysAgainstTheTolerance() {
    source.row("a", "1").row("a", "2");
    assertRefused(load(Samples.merge()), "tolerance.exceeded");
  }

  @Test
  void refusesAnUnreadableDeliveryAndKeepsWhatWasCounted() {
    source.row("a", "1").row("a", "2").row("b", "1");
    source.stops(new SourceUnreadable(issue("csv.unclosed-quote", Severity.REFUSE), null));
    RunReport report = load(Samples.merge());
    assertRefused(report, "csv.unclosed-quote");
    assertThat(report.counts()).isEqualTo(new Counts(3, 1, 2, 0, 1, 0, 0, 0, 0));
    assertThat(report.issues())
        .extracting(RunReport.IssueCount::code)
        .containsExactly("csv.unclosed-quote", "key.repeated");
    assertThat(warehouse.table).isEmpty();
  }

  @Test
  void refusesWhatALimitStops() {
    source.stops(new LimitExceeded(issue("limit.cells", Severity.REFUSE), null));
    assertRefused(load(Samples.merge()), "limit.cells");
  }

  @Test
  void refusesWhereANoteOfTheReaderRefuses() {
    source.note(issue("sheet.hidden", Severity.REFUSE)).row("a", "1");
    assertRefused(load(Samples.merge()), "sheet.hidden");
  }

  @Test
  void refusesHeadingsThatDoNotFit() {
    Checks misfit =
        (mapping, header, dating) ->
            new Checks.Fit.Misfit(
                List.of(
                    issue("heading.missing", Severity.REFUSE),
                    issue("heading.both", Severity.REFUSE)));
    source.row("a", "1");
    RunReport report =
        new Loader(ports(), misfit, clock()).load(request(Samples.merge(), Choices.DEFAULT));
    assertRefused(report, "heading.missing");
    assertThat(report.details())
        .extracting(Issue::code)
        .containsExactly("heading.missing", "heading.both");
    assertThat(report.counts()).isEqualTo(Counts.NONE);
  }
}
