package id.pde.app.bench;

import id.pde.warehouse.connection.Connections;

/** A console with a database of its own. */
public interface PagesHouse extends AutoCloseable {

  /** The database, which is empty at first. */
  Connections connections();

  /** Opens the console. */
  Entry open() throws Exception;

  /** Closes both. */
  @Override
  void close();

  /**
   * Where the console is.
   *
   * @param setup where the first account is made, with its code
   */
  record Entry(String address, String setup) {}
}
