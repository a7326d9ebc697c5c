package id.pde.source.codes;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The codes whose parents lead back to themselves. */
final class ParentCircles {

  private final Set<String> inCircle = new HashSet<>();

  ParentCircles(Map<String, String> parents) {
    Set<String> settled = new HashSet<>();
    for (String code : parents.keySet()) {
      Set<String> path = new HashSet<>();
      String at = code;
      while (at != null && !settled.contains(at) && path.add(at)) {
        at = parents.get(at);
      }
      if (at != null && path.contains(at)) {
        String member = at;
        while (member != null && inCircle.add(member)) {
          member = parents.get(member);
        }
      }
      settled.addAll(path);
    }
  }

  boolean contains(String code) {
    return inCircle.contains(code);
  }
}
