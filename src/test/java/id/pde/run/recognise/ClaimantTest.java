package id.pde.run.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.run.Samples;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimantTest {

  private static Claimant claimant(String id, boolean named, Set<Integer> fields, String... with) {
    Mapping sample = Samples.merge();
    Mapping mapping =
        new Mapping(
            id,
            sample.agency(),
            sample.title(),
            null,
            sample.zone(),
            sample.source(),
            null,
            List.of(with),
            sample.target(),
            sample.columns(),
            sample.records(),
            sample.checks(),
            sample.tolerance(),
            sample.drift(),
            sample.text());
    return new Claimant(mapping, named, fields);
  }

  private static List<String> best(Claimant... all) {
    List<Claimant> best = Claimant.best(List.of(all));
    List<String> ids = best.stream().map(one -> one.mapping().id()).toList();
    return Claimant.agree(best) ? ids : List.of("several " + ids);
  }

  @Test
  void theNameComesBeforeTheHeadings() {
    assertThat(best(claimant("d/a", true, Set.of(1)), claimant("d/b", false, Set.of(1, 2))))
        .containsExactly("d/a");
  }

  @Test
  void whoReadsMoreComesBeforeWhoReadsAPart() {
    assertThat(best(claimant("d/a", false, Set.of(1)), claimant("d/b", false, Set.of(1, 2))))
        .containsExactly("d/b");
  }

  @Test
  void nobodyWinsByReadingOtherHeadings() {
    assertThat(best(claimant("d/a", false, Set.of(1)), claimant("d/b", false, Set.of(2, 3))))
        .containsExactly("several [d/a, d/b]");
  }

  @Test
  void whoSharesStaysBesideWhoReadsMore() {
    assertThat(best(claimant("d/a", false, Set.of(1), "d/b"), claimant("d/b", true, Set.of(1, 2))))
        .containsExactly("d/b", "d/a");
  }

  @Test
  void everyTwoHaveToShare() {
    assertThat(
            best(
                claimant("d/a", false, Set.of(1), "d/b"),
                claimant("d/b", false, Set.of(1)),
                claimant("d/c", false, Set.of(1), "d/b")))
        .containsExactly("several [d/a, d/b, d/c]");
  }
}
