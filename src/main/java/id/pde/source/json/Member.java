package id.pde.source.json;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name in the records of a file, and the names below it; a tree of all names that occur. Used by
 * one thread.
 */
final class Member {

  private final @Nullable Member parent;
  private final String name;
  private final Names all;
  private final Map<String, Member> members = new LinkedHashMap<>();
  private boolean filled;
  private int column = -1;

  private Member(@Nullable Member parent, String name, Names all) {
    this.parent = parent;
    this.name = name;
    this.all = all;
  }

  /** All names in the order in which they came. */
  private record Names(List<Member> members, Location whole, ReadLimits limits) {}

  /** The root of an empty tree. */
  static Member root(Location whole, ReadLimits limits) {
    return new Member(null, "", new Names(new ArrayList<>(), whole, limits));
  }

  /** The member of a name, known or new. */
  Member member(String called) {
    Member known = members.get(called);
    if (known != null) {
      return known;
    }
    if (all.members.size() >= all.limits.columns()) {
      throw Faults.limit(
          "limit.columns",
          all.whole,
          new Text(
              "Rekaman di berkas ini memuat lebih dari " + all.limits.columns() + " nama berbeda.",
              "The records of this file hold more than "
                  + all.limits.columns()
                  + " different names."),
          null);
    }
    Member created = new Member(this, called, all);
    members.put(called, created);
    all.members.add(created);
    return created;
  }

  /** A value stood here. */
  void fill() {
    filled = true;
  }

  int column() {
    return column;
  }

  /**
   * Numbers the columns: every name that held a value, and those that never held anything. Called
   * on the root.
   *
   * @return their headings
   */
  List<String> columns() {
    List<String> headings = new ArrayList<>();
    for (Member member : all.members) {
      if (member.filled || member.members.isEmpty()) {
        member.column = headings.size();
        headings.add(member.heading());
      }
    }
    return headings;
  }

  private String heading() {
    return parent == null || parent.parent == null ? name : parent.heading() + " / " + name;
  }
}
