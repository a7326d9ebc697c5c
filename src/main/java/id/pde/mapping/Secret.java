package id.pde.mapping;

/** Where a secret stands; never the secret itself. */
public sealed interface Secret {

  /** In an environment variable. */
  record InEnvironment(String name) implements Secret {}

  /** In {@code PDE_HOME/secrets/}, a file that only its owner reads. */
  record InFile(String name) implements Secret {}
}
