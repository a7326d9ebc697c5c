package id.pde.run;

import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows the sheets of all members of a bundle as if they were those of one workbook: {@code
 * member/sheet}, or the path of the member alone where it has no sheets. Any other file is shown as
 * it is.
 */
public final class BundleGrids implements GridSource {

  private final GridSource grids;
  private final Unpacking unpacking;
  private final Consumer<Issue> notes;

  /**
   * @param notes takes why members are left out
   */
  public BundleGrids(GridSource grids, Unpacking unpacking, Consumer<Issue> notes) {
    this.grids = grids;
    this.unpacking = unpacking;
    this.notes = notes;
  }

  @Override
  public BundleGrids with(List<Secret> passwords) {
    return new BundleGrids(grids.with(passwords), unpacking, notes);
  }

  @Override
  public List<Sheet> sheets(Path file) {
    if (!unpacking.holds(file)) {
      return grids.sheets(file);
    }
    List<Sheet> all = new ArrayList<>();
    each(
        file,
        (member, unpacked) -> {
          for (Sheet sheet : grids.sheets(unpacked)) {
            String name = name(member, sheet.name());
            all.add(new Sheet(all.size(), name, sheet.visibility(), sheet.rows(), sheet.columns()));
          }
        });
    requireSome(file, all);
    return all;
  }

  @Override
  public List<Title> titles(Path file) {
    if (!unpacking.holds(file)) {
      return grids.titles(file);
    }
    List<Title> all = new ArrayList<>();
    each(
        file,
        (member, unpacked) ->
            grids
                .titles(unpacked)
                .forEach(
                    title -> all.add(new Title(name(member, title.name()), title.visibility()))));
    requireSome(file, all);
    return all;
  }

  private static void requireSome(Path file, List<?> found) {
    if (found.isEmpty()) {
      throw new SourceUnreadable(BundleFaults.notOne(file, List.of()), null);
    }
  }

  @Override
  public void raw(Path file, SheetChooser choice, CellVisitor visitor) {
    if (!unpacking.holds(file)) {
      grids.raw(file, choice, visitor);
      return;
    }
    int sheet = choice.of(titles(file));
    int[] before = new int[1];
    silently(
        file,
        (member, unpacked) -> {
          int sheets = grids.titles(unpacked).size();
          int here = sheet - before[0];
          before[0] += sheets;
          if (here >= 0 && here < sheets) {
            grids.raw(unpacked, here, visitor);
          }
        });
  }

  @Override
  public void every(Path file, SheetVisitor visitor) {
    if (!unpacking.holds(file)) {
      grids.every(file, visitor);
      return;
    }
    int[] next = new int[1];
    unpacking.each(
        file,
        new Unpacking.Taker() {
          @Override
          public void opened(Bundles.Member member, Path unpacked) {
            int first = next[0];
            try {
              grids.every(
                  unpacked,
                  index -> {
                    next[0] = first + index + 1;
                    return visitor.sheet(first + index);
                  });
            } catch (SourceUnreadable | LimitExceeded why) {
              next[0] = first;
              visitor.refused(member.path(), first, why.issue());
            }
          }

          @Override
          public void refused(Bundles.Member member, RunStopped why) {
            visitor.refused(member.path(), next[0], why.issue());
          }
        });
  }

  @Override
  public void table(Path file, @Nullable String sheet, TableVisitor visitor) {
    if (!unpacking.holds(file)) {
      grids.table(file, sheet, visitor);
      return;
    }
    boolean[] shown = new boolean[1];
    silently(
        file,
        (member, unpacked) -> {
          if (shown[0]) {
            return;
          }
          for (Title title : grids.titles(unpacked)) {
            boolean wanted =
                sheet == null
                    ? title.visibility() == Visibility.VISIBLE
                    : name(member, title.name()).equalsIgnoreCase(sheet);
            if (wanted) {
              shown[0] = true;
              grids.table(unpacked, title.name().isEmpty() ? null : title.name(), visitor);
              return;
            }
          }
        });
    if (!shown[0]) {
      throw new SourceUnreadable(BundleFaults.noSuchSheet(file, sheet, titles(file)), null);
    }
  }

  /**
   * Works on a file, or on the only member of a bundle that can be read.
   *
   * @throws SourceUnreadable where none can be read, or several
   */
  public <T> T only(Path file, Function<Path, T> work) {
    if (!unpacking.holds(file)) {
      return work.apply(file);
    }
    List<String> readable = new ArrayList<>();
    each(
        file,
        (member, unpacked) -> {
          grids.titles(unpacked);
          readable.add(member.path());
        });
    if (readable.size() != 1) {
      throw new SourceUnreadable(BundleFaults.notOne(file, readable), null);
    }
    List<T> done = new ArrayList<>();
    silently(
        file,
        (member, unpacked) -> {
          if (member.path().equals(readable.get(0))) {
            done.add(work.apply(unpacked));
          }
        });
    return done.get(0);
  }

  private interface Look {
    void at(Bundles.Member member, Path unpacked);
  }

  /** Of members that cannot be read the notes tell. */
  private void each(Path file, Look look) {
    visit(file, look, notes);
  }

  /** For those who look a second time, or at one member only. */
  private void silently(Path file, Look look) {
    visit(file, look, known -> {});
  }

  private void visit(Path file, Look look, Consumer<Issue> teller) {
    unpacking.each(
        file,
        new Unpacking.Taker() {
          @Override
          public void opened(Bundles.Member member, Path unpacked) {
            try {
              grids.titles(unpacked);
            } catch (SourceUnreadable | LimitExceeded why) {
              refused(member, why);
              return;
            }
            look.at(member, unpacked);
          }

          @Override
          public void refused(Bundles.Member member, RunStopped why) {
            Issue issue = why.issue();
            teller.accept(
                Issue.of(
                    issue.code(),
                    issue.severity(),
                    new Location.Whole(member.path()),
                    new Advice(issue.rule(), issue.message(), issue.fix())));
          }
        });
  }

  private static String name(Bundles.Member member, String sheet) {
    return sheet.isEmpty() ? member.path() : member.path() + "/" + sheet;
  }
}
