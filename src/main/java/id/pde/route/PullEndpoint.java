package id.pde.route;

import id.pde.run.pull.Pull;
import id.pde.run.pull.Pull.Limits;
import java.util.Map;
import org.apache.camel.Producer;
import org.apache.camel.component.jdbc.JdbcEndpoint;

/** {@code jdbc:CONNECTION}, the database of an agency. */
final class PullEndpoint extends JdbcEndpoint {

  private final Road road;

  PullEndpoint(String uri, PullComponent component, String connection, Road road) {
    super(uri, component, null);
    setDataSourceName(connection);
    this.road = road;
  }

  @Override
  public Producer createProducer() {
    return new PullProducer(this, road);
  }

  /** What the options of the address say. */
  Limits limits() {
    Limits usual = Limits.DEFAULT;
    return new Limits(
        (int) number("fetchSize", usual.rowsAtOnce()),
        (int) number("queryTimeout", usual.seconds()),
        number("maxRows", usual.rows()));
  }

  private long number(String option, long otherwise) {
    Map<String, Object> given = getParameters();
    Object value = given == null ? null : given.get(option);
    return value == null ? otherwise : Long.parseLong(String.valueOf(value));
  }

  /** One question with the parameters that a message carries. */
  Pull pull(String statement, Map<String, Object> parameters) {
    return new Pull(getDataSourceName(), statement, parameters, limits());
  }
}
