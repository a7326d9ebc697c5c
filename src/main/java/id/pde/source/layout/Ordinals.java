package id.pde.source.layout;

/** Counts the rows of a delivery over all its tables. Used by one thread. */
public final class Ordinals {

  private long last;

  long next() {
    return ++last;
  }
}
