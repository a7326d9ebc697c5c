package id.pde.run;

/** The named steps of a run, in order; the places where a kill is tried. */
public enum RunStep {
  /** The file was taken out of the watched folder. */
  CLAIMED,
  /** The bytes are in the archive, forced to disk. */
  ARCHIVED,
  /** The table is ours; the transaction is open. */
  LOCKED,
  /** Rows are being read, checked and copied. */
  READING,
  /** All rows were copied. */
  COPIED,
  /** Repeated and existing keys are known, the counts are final. */
  SETTLED,
  /** Target and history are written. */
  MERGED,
  /** Rejected rows are in quarantine. */
  QUARANTINED,
  /** The ledger has its row. */
  RECORDED,
  /** COMMIT came back. */
  COMMITTED,
  /** The answer lies in the outbox. */
  ANSWERED,
  /** The claim is gone; nothing is left to do. */
  FINISHED
}
