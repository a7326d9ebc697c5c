package id.pde.run.timetable;

/** Codes of reasons, as the record keeps them; the part after a blank is a name or a period. */
public final class Why {

  /** Left out: no server was there, and another fire stands for it, or none is wanted. */
  public static final String MISSED = "missed";

  /** Left out: more were missed than are made good. */
  public static final String TOO_MANY = "too_many";

  /** Left out: the fire before it was not over. */
  public static final String STILL_RUNNING = "still_running";

  /** Left out: the schedule was paused before its turn came. */
  public static final String PAUSED = "paused";

  /** Left out: what it waited for had not come when its next time came. */
  public static final String NEVER_CAME = "never_came";

  /** Failed: every node that had it was lost. */
  public static final String GAVE_UP = "gave_up";

  /** Failed; what kind of failure follows. */
  public static final String FAILED = "failed";

  /** Waits: for a running fire of this schedule. */
  public static final String SCHEDULE = "schedule";

  /** Waits: for a load of this dataset and period. */
  public static final String DATASET = "dataset";

  private Why() {}

  /** With what it is about. */
  public static String of(String code, String what) {
    return code + " " + what;
  }

  /** The code in a reason. */
  public static String code(String why) {
    int cut = why.indexOf(' ');
    return cut < 0 ? why : why.substring(0, cut);
  }

  /** What a reason is about; may be empty. */
  public static String what(String why) {
    int cut = why.indexOf(' ');
    return cut < 0 ? "" : why.substring(cut + 1);
  }
}
