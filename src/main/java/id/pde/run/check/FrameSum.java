package id.pde.run.check;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.DeliveryCheck.Stated.InFrame;
import id.pde.mapping.DeliveryCheck.Sum;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a file, or the sum of a column, are those that its head or tail record states. */
final class FrameSum implements Watcher {

  private final Sum check;
  private final InFrame stated;
  private final int column;
  private final @Nullable Character mark;
  private final Verdicts verdicts;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable Location place;
  private @Nullable String text;

  FrameSum(Mapping mapping, Sum check, InFrame stated, String delivery) {
    this.check = check;
    this.stated = stated;
    this.column = check.column() == null ? -1 : mapping.column(check.column());
    this.mark = mapping.source().decimal();
    this.verdicts = new Verdicts(mapping, check.label(), delivery);
  }

  @Override
  public void row(Seen seen) {
    BigDecimal amount = column < 0 ? BigDecimal.ONE : Amounts.of(seen.value(column));
    sum = amount == null ? sum : sum.add(amount);
  }

  @Override
  public void frame(Frame which, Location where, List<String> fields) {
    if (which == stated.frame()) {
      place = where;
      text = stated.field() <= fields.size() ? fields.get(stated.field() - 1) : "";
    }
  }

  @Override
  public CheckResult end(Earlier earlier, Consumer<Issue> issues) {
    Location where = place;
    String written = text;
    if (where == null || written == null) {
      verdicts.broken(verdicts.whole(), noRecord(), fix(), issues);
      return verdicts.undecided(sum);
    }
    BigDecimal amount = Amounts.parse(written, mark);
    if (amount == null) {
      verdicts.broken(where, noNumber(), fix(), issues);
      return verdicts.undecided(sum);
    }
    if (amount.subtract(sum).abs().compareTo(check.margin()) > 0) {
      verdicts.broken(where, differs(amount), fix(), issues);
    }
    return verdicts.result(sum, amount);
  }

  private String source() {
    return stated.frame().name().toLowerCase(Locale.ROOT) + "(" + stated.field() + ")";
  }

  private Text noRecord() {
    return new Text(
        "catatan untuk " + source() + " tidak ada", "there is no record for " + source());
  }

  private Text noNumber() {
    return new Text("isian " + source() + " bukan angka", "field " + source() + " is not a number");
  }

  private Text differs(BigDecimal amount) {
    Text subject =
        column < 0
            ? new Text("banyak baris", "the number of rows")
            : new Text("jumlah " + check.column(), "the sum of " + check.column());
    if (!verdicts.open(check.column())) {
      return new Text(
          subject.id() + " bukan yang tertulis di " + source(),
          subject.en() + " is not what " + source() + " states");
    }
    return new Text(
        subject.id()
            + " adalah "
            + Amounts.shown(sum).id()
            + ", tetapi "
            + source()
            + " menulis "
            + Amounts.shown(amount).id(),
        subject.en()
            + " is "
            + Amounts.shown(sum).en()
            + ", but "
            + source()
            + " states "
            + Amounts.shown(amount).en());
  }

  private static Text fix() {
    return new Text("minta berkas yang utuh dari pengirimnya", "ask the sender for the whole file");
  }
}
