package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Issue;
import id.pde.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Shows what the test tells it to show, as often as it is read. */
final class FakeSource implements RowSource {

  private final List<Consumer<RowVisitor>> script = new ArrayList<>();
  private int ordinal;
  int readings;

  @Override
  public void read(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    readings++;
    script.forEach(step -> step.accept(visitor));
  }

  FakeSource show(Consumer<RowVisitor> step) {
    script.add(step);
    return this;
  }

  FakeSource headings() {
    script.add(visitor -> visitor.table(Samples.HEADER));
    return this;
  }

  FakeSource row(String... texts) {
    Row row = Samples.row(++ordinal, texts);
    script.add(visitor -> visitor.row(row));
    return this;
  }

  FakeSource rejected(Issue issue) {
    Row row = Samples.row(++ordinal, "?", "?");
    script.add(visitor -> visitor.rejected(row, List.of(issue)));
    return this;
  }

  FakeSource filtered(FilterReason reason) {
    Row row = Samples.row(++ordinal, "Jumlah", "");
    script.add(visitor -> visitor.filtered(row, reason));
    return this;
  }

  FakeSource note(Issue issue) {
    script.add(visitor -> visitor.note(issue));
    return this;
  }

  FakeSource stops(RuntimeException stop) {
    script.add(
        visitor -> {
          throw stop;
        });
    return this;
  }
}
