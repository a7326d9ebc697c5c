package id.pde.cli;

import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingFolder;

/** Says that what is shown is not all: files with faults are left out. */
final class LeftOut {

  private LeftOut() {}

  static void tell(MappingFolder folder, Output console) {
    boolean faulty = folder.faults().stream().anyMatch(fault -> fault.severity() != Severity.WARN);
    if (faulty) {
      console.say(
          new Text(
              "Ada berkas pemetaan yang salah; yang salah tidak ikut. Periksa: pde check",
              "Some mapping files have faults and are left out. See: pde check"));
    }
  }
}
