package id.pde.source.layout.stage;

/** One step on the way of the rows; hands them on to the next. Used by one thread. */
interface Stage {

  void row(Draft draft);

  /** A row that is no data stands here: what was open before it ends. */
  void gap();

  /** The table ends. */
  void end();
}
