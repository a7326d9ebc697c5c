package id.pde.warehouse.connection;

import java.time.Duration;

/** What a connection is for, which decides how long the database may be silent on it. */
public enum Purpose {
  /** Short statements and queries. */
  QUERY(Duration.ofMinutes(10)),
  /** COPY and the merge after it: the server says nothing until a large statement is done. */
  LOADING(Duration.ofHours(2));

  private final Duration longestSilence;

  Purpose(Duration longestSilence) {
    this.longestSilence = longestSilence;
  }

  Duration longestSilence() {
    return longestSilence;
  }
}
