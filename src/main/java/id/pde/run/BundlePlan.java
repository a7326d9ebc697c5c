package id.pde.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a load of a file would do: one report, or one for each member of a bundle. */
public final class BundlePlan {

  private final Unpacking unpacking;

  public BundlePlan(Unpacking unpacking) {
    this.unpacking = unpacking;
  }

  /**
   * Plans; nothing is written.
   *
   * @param work the mapping and the loader of every member
   */
  public List<RunReport> plan(Path file, Work work, RunListener listener) {
    Delivery whole = Archive.look(file, FileNames.of(file)).in(FileNames.folderOf(file));
    if (!unpacking.holds(file)) {
      return List.of(work.plan(whole, listener));
    }
    List<RunReport> reports = new ArrayList<>();
    try {
      unpacking.each(file, new Members(whole, work, listener, reports));
    } catch (SourceUnreadable | LimitExceeded refused) {
      return List.of(work.planned(whole, refused));
    }
    return reports;
  }

  private record Members(Delivery whole, Work work, RunListener listener, List<RunReport> reports)
      implements Unpacking.Taker {

    @Override
    public void opened(Bundles.Member member, Path unpacked) {
      Delivery one =
          Archive.look(unpacked, member.name())
              .in(member.folder(whole.folder()))
              .packed(whole, member);
      reports.add(work.plan(one, listener));
    }

    @Override
    public void refused(Bundles.Member member, RunStopped why) {
      reports.add(work.planned(whole.member(member), why));
    }
  }
}
