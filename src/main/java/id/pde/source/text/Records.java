package id.pde.source.text;

import id.pde.source.layout.GridRow;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a text in order. */
interface Records {

  /** The next record, or null behind the last one. */
  @Nullable GridRow next() throws IOException;
}
