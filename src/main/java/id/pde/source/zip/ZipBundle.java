package id.pde.source.zip;

import id.pde.model.Location;
import id.pde.run.Bundles;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** A ZIP archive as a bundle of deliveries. */
public final class ZipBundle {

  private static final long VAST = 32L << 20;

  private ZipBundle() {}

  /**
   * The members, in the order of the archive.
   *
   * @throws id.pde.run.SourceUnreadable where the archive as a whole cannot be used
   * @throws id.pde.run.LimitExceeded where a limit protects the machine
   */
  public static List<? extends Bundles.Member> members(Path file, Location whole, ReadLimits limits)
      throws IOException {
    try {
      ZipDirectory.Extent extent = ZipDirectory.find(file);
      if (extent.entries() > limits.entries()) {
        throw ZipFaults.entries(whole, limits.entries());
      }
      List<ZipEntryHead> all = ZipDirectory.read(file, extent);
      ZipLimits.checkOverlap(all, extent.start(), whole);
      List<ZipEntryHead> members =
          all.stream().filter(head -> !head.folder() && !head.litter()).toList();
      if (members.isEmpty()) {
        throw ZipFaults.empty(whole);
      }
      ZipLimits costs = new ZipLimits(limits);
      costs.check(members, extent.start(), whole);
      return members.stream().map(head -> new ZipMember(file, head, costs)).toList();
    } catch (ZipDirectory.CutOff cut) {
      throw ZipFaults.cutOff(whole);
    } catch (ZipException broken) {
      throw ZipFaults.damaged(whole, broken);
    }
  }

  /**
   * Whether there is a directory that can be read, and nothing in it belongs to a workbook. For
   * archives that Java itself does not open: one member is encrypted, or a name is no UTF-8.
   */
  public static Look look(Path file) throws IOException {
    try {
      ZipDirectory.Extent extent = ZipDirectory.find(file);
      boolean document =
          ZipDirectory.read(file, extent).stream()
              .map(ZipEntryHead::path)
              .anyMatch(ZipBundle::ofDocument);
      return document ? Look.OTHER : Look.BUNDLE;
    } catch (ZipDirectory.CutOff cut) {
      return Look.CUT_OFF;
    } catch (ZipException broken) {
      return Look.OTHER;
    }
  }

  /**
   * Whether the directory alone would fill the memory of somebody who reads it whole, as Java does.
   */
  public static boolean vast(Path file) throws IOException {
    try {
      return ZipDirectory.find(file).length() > VAST;
    } catch (ZipException other) {
      return false;
    }
  }

  /** What an archive is that Java does not open. */
  public enum Look {
    BUNDLE,
    CUT_OFF,
    OTHER
  }

  private static boolean ofDocument(String path) {
    return path.equalsIgnoreCase("[Content_Types].xml")
        || path.equals("mimetype")
        || path.equals("META-INF/manifest.xml")
        || path.startsWith("xl/");
  }
}
