package id.pde.source.json;

/** What one JSON value may cost beside the limits of all readers. */
final class JsonLimits {

  /** How deep values may be nested. */
  static final int DEPTH = 100;

  /** Signs of one name. */
  static final int NAME = 1_000;

  /** Signs of one number. */
  static final int NUMBER = 1_000;

  private JsonLimits() {}
}
