package id.pde.source.layout;

import java.util.List;

/** The merged ranges of a grid, for whoever needs them: finding them may cost a second reading. */
public interface Merges {

  /** Of grids that know no merging. */
  Merges NONE = List::of;

  /** In no order. */
  List<MergedRange> ranges();
}
