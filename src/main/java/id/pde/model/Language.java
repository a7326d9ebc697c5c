package id.pde.model;

/** A language that PDE speaks. */
public enum Language {
  /** Indonesian, the default. */
  ID,
  /** English. */
  EN
}
