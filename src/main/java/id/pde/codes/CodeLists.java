package id.pde.codes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All code lists of a deployment, by name. */
public record CodeLists(Map<String, CodeList> lists) {

  public static final CodeLists NONE = new CodeLists(Map.of());

  public CodeLists {
    lists = Map.copyOf(lists);
  }

  public @Nullable CodeList find(String name) {
    return lists.get(name);
  }
}
