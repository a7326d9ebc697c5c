package id.pde.web.ask;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few rows that are shown as they come. */
public final class FewRows implements ResultVisitor {

  private final List<List<@Nullable String>> rows = new ArrayList<>();
  private List<Column> columns = List.of();

  public List<Column> columns() {
    return columns;
  }

  public List<List<@Nullable String>> rows() {
    return List.copyOf(rows);
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
  }

  @Override
  public void row(List<@Nullable String> values) {
    rows.add(Collections.unmodifiableList(new ArrayList<>(values)));
  }
}
