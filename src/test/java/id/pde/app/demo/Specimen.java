package id.pde.app.demo;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A delivery that can be written again with one damage. */
interface Specimen {

  /** All cells that hold data. */
  List<Spot> spots();

  /**
   * The bytes of a copy.
   *
   * @param damage null: none, to see that writing alone changes nothing
   */
  byte[] damaged(@Nullable Damage damage) throws IOException;
}
