package id.pde.run.catalogue;

import id.pde.model.Text;

/**
 * Something that a dataset should say and does not.
 *
 * @param field by the name that the standard has for it
 * @param column that lacks it; empty: the dataset does
 * @param fix what to write, and in which file
 */
public record Gap(String field, String column, Text fix) {

  /** A key of a mapping that is not written. */
  static Gap key(String field, String column, String key, String file) {
    String at = column.isEmpty() ? key : "columns." + column + "." + key;
    return new Gap(
        field, column, new Text("tulis " + at + " di " + file, "write " + at + " in " + file));
  }
}
