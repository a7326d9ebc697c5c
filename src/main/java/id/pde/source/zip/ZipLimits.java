package id.pde.source.zip;

import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an archive may cost, judged by its directory before anything is unpacked. */
record ZipLimits(ReadLimits limits) {

  /** Below it nothing is a bomb, however well it packs. */
  private static final long HARMLESS = 64L << 20;

  private static final int LENGTH_OF_HEADER = 30;

  /** Throws the refusal of a member. */
  void check(ZipEntryHead head, Location place) {
    if (head.leaves()) {
      throw ZipFaults.leaves(place);
    }
    if (head.link()) {
      throw ZipFaults.link(place);
    }
    if (head.encrypted()) {
      throw ZipFaults.encrypted(place);
    }
    if (!head.readable()) {
      throw ZipFaults.method(place, head.method());
    }
    grow(head.size(), head.packed(), place);
  }

  /** Throws the refusal of the archive as a whole. */
  void check(List<ZipEntryHead> members, long directory, Location whole) {
    Set<String> paths = new HashSet<>();
    long total = 0;
    for (ZipEntryHead head : members) {
      if (!paths.add(head.path())) {
        throw ZipFaults.twice(whole, head.path());
      }
      total = head.size() > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + head.size();
    }
    grow(total, directory, whole);
  }

  /** Parts that share bytes unpack to far more than the file holds, each within its ratio. */
  static void checkOverlap(List<ZipEntryHead> entries, long directory, Location whole) {
    long free = 0;
    for (ZipEntryHead head :
        entries.stream().sorted(Comparator.comparingLong(ZipEntryHead::start)).toList()) {
      if (head.start() < free) {
        throw ZipFaults.overlap(whole);
      }
      if (head.packed() > directory - head.start() - LENGTH_OF_HEADER) {
        throw ZipFaults.damaged(whole, null);
      }
      free = head.start() + LENGTH_OF_HEADER + head.packed();
    }
  }

  private void grow(long size, long packed, Location place) {
    if (size > limits.entryBytes()) {
      throw ZipFaults.size(place, limits.entryBytes());
    }
    if (size > HARMLESS && size / Math.max(1, packed) >= limits.ratio()) {
      throw ZipFaults.ratio(place, limits.ratio());
    }
  }
}
