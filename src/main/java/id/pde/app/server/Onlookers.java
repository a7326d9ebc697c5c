package id.pde.app.server;

import id.pde.model.Text;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import java.util.List;

/** Who watches how far a load is that no person began. */
interface Onlookers {

  /** Nobody watches. */
  Onlookers NONE = (title, agency, load) -> load.with(RunListener.SILENT);

  /** A load that tells how far it is. */
  interface Load {
    List<RunReport> with(RunListener listener);
  }

  /** Runs a load before their eyes; what it throws goes on. */
  List<RunReport> watch(Text title, String agency, Load load);
}
