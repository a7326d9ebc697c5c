package id.pde.run.resubmit;

import id.pde.model.Text;
import id.pde.run.Numbers;

/** A resubmission in words. */
public final class RepairWords {

  private RepairWords() {}

  /** {@code pengiriman ke-2, memperbaiki run 12: 7 masalah selesai, 1 masih ada (Data!D17)}. */
  public static Text of(Resubmission what) {
    Text head =
        new Text(
            "pengiriman ke-" + what.number() + ", memperbaiki run " + what.base(),
            "submission " + what.number() + ", corrects run " + what.base());
    Resubmission.Repaired repaired = what.repaired();
    return repaired == null ? head : and(head, repaired);
  }

  private static Text and(Text head, Resubmission.Repaired repaired) {
    String places =
        repaired.places().isEmpty() ? "" : " (" + String.join("; ", repaired.places()) + ")";
    return new Text(
        head.id()
            + ": "
            + Numbers.id(repaired.gone())
            + " masalah selesai, "
            + Numbers.id(repaired.left())
            + " masih ada, "
            + Numbers.id(repaired.fresh())
            + " baru"
            + places
            + (repaired.all() ? "" : "; yang dibandingkan hanya masalah yang dirinci"),
        head.en()
            + ": "
            + Numbers.en(repaired.gone())
            + (repaired.gone() == 1 ? " issue gone, " : " issues gone, ")
            + Numbers.en(repaired.left())
            + " left, "
            + Numbers.en(repaired.fresh())
            + " new"
            + places
            + (repaired.all() ? "" : "; only issues listed one by one were compared"));
  }
}
