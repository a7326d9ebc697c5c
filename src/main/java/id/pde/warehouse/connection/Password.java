package id.pde.warehouse.connection;

/** A password that does not print. */
public record Password(String reveal) {

  @Override
  public String toString() {
    return "[REDACTED]";
  }
}
