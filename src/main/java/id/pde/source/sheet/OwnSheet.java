package id.pde.source.sheet;

import id.pde.model.Text;
import java.util.Locale;

/**
 * How the sheets that PDE puts beside those of an agency are known again: by a hidden name that
 * belongs to each. Such a sheet is no data, and is passed over as if it were not there.
 *
 * <p>Sheets on the web and some programs drop hidden names but keep what people see: the list of
 * repairs is known by its title, too.
 */
public final class OwnSheet {

  /** The hidden name. */
  public static final String NAME = "_PDE_perbaikan";

  /** The hidden name of the sheets of a template that hold no data. */
  public static final String TEMPLATE = "_PDE_templat";

  /** What the list of repairs is called. */
  public static final Text TITLE = new Text("Perbaikan PDE", "PDE repairs");

  private OwnSheet() {}

  /** Whether a sheet has the title of PDE's list of repairs. */
  public static boolean isTitled(String sheet) {
    String title = sheet.strip().toLowerCase(Locale.ROOT);
    return title.equals(TITLE.id().toLowerCase(Locale.ROOT))
        || title.equals(TITLE.en().toLowerCase(Locale.ROOT));
  }

  /** Whether a name makes the sheet that it belongs to PDE's own. */
  public static boolean isNamed(String name) {
    return NAME.equalsIgnoreCase(name) || TEMPLATE.equalsIgnoreCase(name);
  }
}
