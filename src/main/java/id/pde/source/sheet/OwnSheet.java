package id.pde.source.sheet;

/**
 * How the sheets that PDE puts beside those of an agency are known again: by a hidden name that
 * belongs to each. Such a sheet is no data, and is passed over as if it were not there.
 */
public final class OwnSheet {

  /** The hidden name. */
  public static final String NAME = "_PDE_perbaikan";

  /** The hidden name of the sheets of a template that hold no data. */
  public static final String TEMPLATE = "_PDE_templat";

  private OwnSheet() {}

  /** Whether a name makes the sheet that it belongs to PDE's own. */
  public static boolean isNamed(String name) {
    return NAME.equalsIgnoreCase(name) || TEMPLATE.equalsIgnoreCase(name);
  }
}
