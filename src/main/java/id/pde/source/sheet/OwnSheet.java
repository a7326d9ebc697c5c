package id.pde.source.sheet;

/**
 * How the sheet that PDE puts before those of an agency is known again: by a hidden name that
 * belongs to it. Such a sheet is no data, and is passed over as if it were not there.
 */
public final class OwnSheet {

  /** The hidden name. */
  public static final String NAME = "_PDE_perbaikan";

  private OwnSheet() {}
}
