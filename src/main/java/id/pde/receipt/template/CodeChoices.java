package id.pde.receipt.template;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Lookup;
import id.pde.codes.Question;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Narrowing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that a column with a code list takes, as people write them. */
final class CodeChoices {

  private CodeChoices() {}

  /** By name where the name alone tells the code, else by code; empty: no list, or none known. */
  static List<String> of(ColumnSpec column, CodeLists codes) {
    CodeList list = column.type() instanceof CodeType type ? codes.find(type.list()) : null;
    if (list == null || !(column.type() instanceof CodeType type)) {
      return List.of();
    }
    Narrowing narrowing = type.narrowing();
    Set<String> choices = new LinkedHashSet<>();
    for (Code code : list.codes()) {
      boolean ended = code.validity().to() != null;
      boolean level =
          narrowing.levels().isEmpty() || narrowing.levels().contains(String.valueOf(code.level()));
      String parent = narrowing.parentCode();
      boolean below = parent == null || list.isBelow(code, parent);
      if (!ended && level && below) {
        String choice = choice(list, code, narrowing);
        if (choice != null) {
          choices.add(choice);
        }
      }
    }
    return List.copyOf(choices);
  }

  private static @Nullable String choice(CodeList list, Code code, Narrowing narrowing) {
    List<String> spellings = new ArrayList<>();
    String system = narrowing.system();
    if (system == null) {
      spellings.add(code.name());
      spellings.add(code.code());
    } else {
      spellings.addAll(code.bridges().getOrDefault(system, List.of()));
    }
    for (String spelling : spellings) {
      Question question =
          new Question(spelling, narrowing.levels(), narrowing.parentCode(), system, null);
      if (list.look(question) instanceof Lookup.Found found
          && found.code().code().equals(code.code())) {
        return spelling;
      }
    }
    return null;
  }
}
