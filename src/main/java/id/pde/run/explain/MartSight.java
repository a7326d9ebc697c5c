package id.pde.run.explain;

/** What a column of a view shows of a column of its table. */
public enum MartSight {
  /** What the table holds. */
  VALUE,
  /** A mask of it. */
  MASKED,
  /** The name of its code. */
  CODE_NAME
}
