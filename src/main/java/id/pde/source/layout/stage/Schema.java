package id.pde.source.layout.stage;

import id.pde.mapping.HeadingIndex;
import id.pde.model.Field;
import java.util.ArrayList;
import java.util.List;

/** The fields of a table while it gets further ones. */
final class Schema {

  /** No field, and more than one. */
  static final int NONE = -1;

  static final int SEVERAL = -2;

  private final List<Field> fields;

  Schema(List<Field> fields) {
    this.fields = new ArrayList<>(fields);
  }

  /** The place of the new field. */
  int add(Field field) {
    fields.add(field);
    return fields.size() - 1;
  }

  int size() {
    return fields.size();
  }

  Field get(int field) {
    return fields.get(field);
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  /** The field of a heading: by its full path, or else by an end of it. */
  int find(String heading) {
    HeadingIndex index = new HeadingIndex(fields.stream().map(Field::heading).toList());
    List<Integer> found = index.find(heading);
    return found.isEmpty() ? NONE : found.size() == 1 ? found.get(0) : SEVERAL;
  }

  /**
   * The fields that a heading covers: one, or several beside each other below a heading of theirs,
   * from left to right.
   */
  List<Integer> covered(String heading) {
    HeadingIndex index = new HeadingIndex(fields.stream().map(Field::heading).toList());
    List<Integer> found = index.find(heading);
    for (int i = 1; i < found.size(); i++) {
      Field left = fields.get(found.get(i - 1));
      Field right = fields.get(found.get(i));
      boolean beside = right.column() == left.column() + 1;
      if (!beside || !right.heading().equals(left.heading())) {
        return List.of();
      }
    }
    return found;
  }
}
