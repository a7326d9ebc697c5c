package id.pde.web.waiting;

import id.pde.model.Text;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.RunStep;
import id.pde.run.RunStopped;
import id.pde.run.TargetUnavailable;
import id.pde.run.overview.Quarantine;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.web.City;
import id.pde.web.work.Works;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the waiting rows of runs again, one run after the other. A run whose rows wait no longer is
 * passed over, so that the same wish twice loads nothing twice; one that cannot be read again is
 * told, and the others go on.
 */
public final class WaitingLoad implements Works.Task {

  private final City city;
  private final String who;
  private final List<Long> runs;
  private final List<Text> notes = new ArrayList<>();

  /**
   * @param who asks for it
   * @param runs in the order in which they are read
   */
  public WaitingLoad(City city, String who, List<Long> runs) {
    this.city = city;
    this.who = who;
    this.runs = List.copyOf(runs);
  }

  /** What it is called, as people read it. */
  public Text title() {
    int many = runs.size();
    return new Text(
        "Memuat baris yang menunggu (" + many + " run)",
        "Loading the waiting rows (" + many + (many == 1 ? " run)" : " runs)"));
  }

  @Override
  public List<RunReport> run(RunListener listener) {
    Sum sum = new Sum(listener, runs.size());
    Quarantine quarantine = city.quarantine();
    List<RunReport> reports = new ArrayList<>();
    for (long run : runs) {
      RunReport report = city.ledger().run(run);
      boolean waits = !quarantine.runs(Facets.of(null).in(Set.of(run))).isEmpty();
      if (report != null && waits) {
        load(report, sum, reports);
      }
      sum.next();
    }
    return reports;
  }

  private void load(RunReport run, Sum sum, List<RunReport> reports) {
    try {
      reports.add(city.as(who).replayRejects(run, sum));
    } catch (TargetUnavailable away) {
      throw away;
    } catch (RunStopped stopped) {
      Text why = stopped.issue().message();
      String start = "Run " + run.run() + ": ";
      notes.add(new Text(start + why.id(), start + why.en()));
    }
  }

  @Override
  public List<Text> notes() {
    return List.copyOf(notes);
  }

  /** One progress of many runs. */
  private static final class Sum implements RunListener {

    private final RunListener listener;
    private final int all;
    private int done;
    private long before;
    private long here;

    Sum(RunListener listener, int all) {
      this.listener = listener;
      this.all = all;
    }

    void next() {
      done++;
      before += here;
      here = 0;
      listener.share((double) done / all);
    }

    @Override
    public void reached(RunStep step) {
      listener.reached(step);
    }

    @Override
    public void rows(long read) {
      here = read;
      listener.rows(before + here);
    }

    @Override
    public void share(double share) {
      listener.share((done + share) / all);
    }
  }
}
