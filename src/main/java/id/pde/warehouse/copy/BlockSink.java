package id.pde.warehouse.copy;

import java.sql.SQLException;

/** Takes blocks of encoded rows in order. */
public interface BlockSink {

  /** Size of every block. */
  int BLOCK = 128 * 1024;

  /** An empty block to begin with. */
  byte[] first() throws SQLException;

  /** Takes a filled block and gives an empty one; the filled one must not be used any more. */
  byte[] exchange(byte[] block, int length) throws SQLException;
}
