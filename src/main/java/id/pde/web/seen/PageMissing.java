package id.pde.web.seen;

/** There is nothing here, or nothing that this reader may see: both look the same. */
public final class PageMissing extends RuntimeException {

  private static final long serialVersionUID = 1L;
}
