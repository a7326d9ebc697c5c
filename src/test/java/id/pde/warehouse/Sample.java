package id.pde.warehouse;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Drift;
import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.Tolerance;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Mappings of tests, written without a file. */
final class Sample {

  private final String id;
  private final TargetSpec target;
  private final List<ColumnSpec> columns = new ArrayList<>();

  private Sample(String id, TargetSpec target) {
    this.id = id;
    this.target = target;
  }

  static Sample of(String table, TargetSpec.LoadMode load, String... key) {
    return new Sample(
        "dkupp/" + table, new TargetSpec(table, List.of(key), load, TargetSpec.Repeated.REJECT));
  }

  Sample repeated(TargetSpec.Repeated repeated) {
    TargetSpec other = new TargetSpec(target.table(), target.key(), target.load(), repeated);
    Sample sample = new Sample(id, other);
    sample.columns.addAll(columns);
    return sample;
  }

  /** The same under another id. */
  Sample named(String other) {
    Sample sample = new Sample(other, target);
    sample.columns.addAll(columns);
    return sample;
  }

  Sample column(String name, ColumnType type) {
    return with(name, type, false);
  }

  Sample required(String name, ColumnType type) {
    return with(name, type, true);
  }

  private Sample with(String name, ColumnType type, boolean required) {
    columns.add(
        new ColumnSpec(
            name,
            List.of(name),
            List.of(),
            type,
            required,
            ColumnSpec.Reading.PLAIN,
            new ColumnSpec.Policies(ColumnSpec.Invalid.REJECT, ColumnSpec.UnknownCode.WAIT),
            ColumnSpec.DataClass.INTERNAL,
            new Text("Kolom " + name, "Column " + name),
            null,
            new FilePlace("mappings/" + id + ".yaml", 9, 3)));
    return this;
  }

  Mapping mapping() {
    return new Mapping(
        id,
        "dkupp",
        new Text("Contoh", "Sample"),
        null,
        ZoneId.of("Asia/Jakarta"),
        SourceSpec.PLAIN,
        target,
        columns,
        Tolerance.DEFAULT,
        Drift.DEFAULT,
        new Mapping.MappingText("mappings/" + id + ".yaml", "title: Contoh\n", "0".repeat(64)));
  }
}
