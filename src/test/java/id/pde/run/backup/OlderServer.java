package id.pde.run.backup;

import id.pde.model.Text;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipInputStream;

/** A database that says that its server is old. */
record OlderServer(WarehouseCopy copy) implements WarehouseCopy {

  @Override
  public Snapshot snapshot() {
    return copy.snapshot();
  }

  @Override
  public Target target() {
    Target real = copy.target();
    return new Target() {
      @Override
      public String place() {
        return real.place();
      }

      @Override
      public int major() {
        return 14;
      }

      @Override
      public List<String> holds() {
        return real.holds();
      }

      @Override
      public List<Text> read(ZipInputStream in) throws IOException {
        return real.read(in);
      }

      @Override
      public List<SavedTable> tables() {
        return real.tables();
      }

      @Override
      public void commit() {
        real.commit();
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }
}
