package id.pde.schedule.keep;

import id.pde.model.Text;
import id.pde.run.timetable.PastFire;
import id.pde.run.timetable.Why;

/** Why a fire waits, was left out or failed, in words. */
public final class FireReasons {

  private FireReasons() {}

  /** Empty where there is nothing to say. */
  public static Text of(PastFire fire) {
    String why = fire.state().why();
    if (why == null) {
      return fire.outcome() == null && !fire.state().running()
          ? new Text("menunggu server", "waits for a server")
          : Text.same("");
    }
    return of(why, fire.state().standsFor());
  }

  private static Text of(String why, int number) {
    String what = Why.what(why);
    return switch (Why.code(why)) {
      case Why.MISSED ->
          new Text(
              number + " kali terlewat, tidak diulang", number + " missed, not made good each");
      case Why.TOO_MANY ->
          new Text(
              number + " kali terlewat, lebih dari yang diulang",
              number + " missed, more than are made good");
      case Why.STILL_RUNNING ->
          new Text(
              number + " kali dilewati, sebelumnya masih berjalan",
              number + " left out, the one before was not over");
      case Why.PAUSED -> new Text("dihentikan sementara", "paused");
      case Why.NEVER_CAME -> new Text(what + " tidak datang", what + " never came");
      case Why.GAVE_UP ->
          new Text(
              "server hilang tiga kali saat menjalankannya", "three servers were lost running it");
      case Why.SCHEDULE -> new Text("menunggu jadwal " + what, "waits for the schedule " + what);
      case Why.DATASET -> new Text("menunggu " + what, "waits for " + what);
      default -> Text.same(what.isEmpty() ? why : what);
    };
  }
}
