package id.pde.web.studio;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.guess.Guesser.Wish;
import id.pde.web.studio.DraftColumns.Layout;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutFormTest {

  private static final Layout CHOSEN = new Layout("Data", "5", "2", "utf-8", ";", List.of());

  @Test
  void writesWhatWasChosen() {
    LayoutForm form =
        new LayoutForm(
            Map.of(
                "header", "5", "depth", "2", "sheet", "Data: 1", "charset", "", "delimiter", ";"));

    assertThat(form.source())
        .isEqualTo(
            Map.of(
                "header",
                "{row: 5, depth: 2}",
                "sheet",
                "\"Data: 1\"",
                "charset",
                "",
                "delimiter",
                "\";\""));
  }

  @Test
  void leavesWhatNobodyChanged() {
    assertThat(new LayoutForm(Map.of("header", "keep", "sheet", "keep", "depth", "3")).source())
        .isEmpty();
    assertThat(new LayoutForm(Map.of("header", "x; drop", "depth", "99")).source()).isEmpty();
    assertThat(new LayoutForm(Map.of("header", "auto", "depth", "")).source())
        .isEqualTo(Map.of("header", ""));
  }

  @Test
  void aNewProposalKeepsWhatTheDraftSays() {
    LayoutForm form = new LayoutForm(Map.of("header", "keep", "sheet", "keep"));

    assertThat(form.wish(CHOSEN))
        .isEqualTo(
            new Wish(
                "Data",
                Map.of("header", "{row: 5, depth: 2}", "charset", "utf-8", "delimiter", "\";\"")));
    assertThat(form.wish(Layout.NONE)).isEqualTo(new Wish(null, Map.of()));
    assertThat(form.wish(new Layout("A, B", "auto", "", "utf-8, windows-1252", "", List.of())))
        .isEqualTo(new Wish(null, Map.of()));
  }

  @Test
  void aNewProposalFollowsTheForm() {
    LayoutForm form = new LayoutForm(Map.of("header", "auto", "sheet", "all", "charset", ""));

    assertThat(form.wish(CHOSEN))
        .isEqualTo(new Wish(null, Map.of("sheet", "all", "delimiter", "\";\"")));
    assertThat(new LayoutForm(Map.of("sheet", "SMP")).wish(Layout.NONE))
        .isEqualTo(new Wish("SMP", Map.of()));
  }
}
