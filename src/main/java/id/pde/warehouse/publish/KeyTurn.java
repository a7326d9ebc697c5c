package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Order;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that all pseudonyms of the warehouse are made under one key: a run holds the row of
 * that key until it commits, so that no rotation comes in between.
 */
final class KeyTurn {

  private static final String FIRST =
      "INSERT INTO pde.hmac_key (id) SELECT ? WHERE NOT EXISTS"
          + " (SELECT FROM pde.hmac_key WHERE retired IS NULL) ON CONFLICT DO NOTHING";
  private static final String IN_USE = "SELECT id FROM pde.hmac_key WHERE retired IS NULL";

  private final Connection connection;
  private final Order order;

  KeyTurn(Connection connection, Order order) {
    this.connection = connection;
    this.order = order;
  }

  /**
   * Takes the turn.
   *
   * @param key the id of the run's key
   * @throws TargetRefused when the warehouse has pseudonyms of another key
   */
  void take(Optional<String> key) throws SQLException {
    String wanted =
        key.orElseThrow(() -> new IllegalStateException("pseudonyms are made under a key"));
    String used;
    if (order.intent() == Intent.PLAN) {
      used = inUse(IN_USE);
    } else {
      try (PreparedStatement first = connection.prepareStatement(FIRST)) {
        first.setString(1, wanted);
        first.executeUpdate();
      }
      used = inUse(IN_USE + " FOR SHARE");
    }
    if (used != null && !used.equals(wanted)) {
      throw other(used, wanted);
    }
  }

  private @Nullable String inUse(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }

  private TargetRefused other(String used, String wanted) {
    Location place = new Location.Whole("warehouse." + order.mapping().target().table());
    return new TargetRefused(
        Issue.of(
            "key.other",
            Severity.REFUSE,
            place,
            new Advice(
                "one key for all pseudonyms",
                new Text(
                    "Nama samaran di basis data dibuat dengan kunci %s, PDE memakai kunci %s"
                        .formatted(used, wanted),
                    "The pseudonyms in the database were made under the key %s, PDE uses the key %s"
                        .formatted(used, wanted)),
                new Text(
                    "Kembalikan kunci %s (PDE_HMAC_KEY atau secrets/hmac); kunci diganti hanya"
                            .formatted(used)
                        + " dengan `pde keys rotate`",
                    "Put the key %s back (PDE_HMAC_KEY or secrets/hmac); a key is changed with"
                            .formatted(used)
                        + " `pde keys rotate` only"))),
        null);
  }
}
