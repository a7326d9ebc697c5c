package id.pde.run.explain;

import id.pde.model.Text;

/** What came of a question about a row. */
public sealed interface Answer {

  /** The row; several where a place of an unkeyed table holds several. */
  record Told(Story story) implements Answer {}

  /** There is no such table or row. */
  record Unknown(Text text) implements Answer {}

  /** The question does not fit the table. */
  record Misfit(Text text) implements Answer {}
}
