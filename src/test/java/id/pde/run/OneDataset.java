package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresWarehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A deployment with the one dataset {@code dinsos/bantuan}, and files that are loaded into it. */
record OneDataset(Path root, TestDatabase database, InstantSource clock) {

  /** Makes the folders and the agency. */
  void begin() throws IOException {
    Files.createDirectories(mappings().resolve("codes"));
    Files.createDirectories(mappings().resolve("dinsos"));
    Files.writeString(mappings().resolve("agencies.yaml"), "dinsos: {name: Dinas Sosial}\n");
  }

  Path mappings() {
    return root.resolve("mappings");
  }

  void mapping(String content) throws IOException {
    Files.writeString(mappings().resolve("dinsos/bantuan.yaml"), content);
  }

  MappingFiles.Found found() {
    return found("dinsos/bantuan");
  }

  private MappingFiles.Found found(String id) {
    return new MappingFiles(mappings(), new CodeListCsv()).find(id);
  }

  PostgresWarehouse warehouse() {
    return new PostgresWarehouse(database.connections(), root.resolve("work"));
  }

  Work work(Repeat repeat) {
    return work("dinsos/bantuan", repeat);
  }

  Work work(String id, Repeat repeat) {
    return work(id, repeat, warehouse());
  }

  private Work work(String id, Repeat repeat, Warehouse warehouse) {
    MappingFiles.Found found = found(id);
    Loader loader =
        new Loader(
            new Loader.Ports(new Readers(), warehouse, new PostgresLedger(database.connections())),
            new NormaliserChecks(found.codes()),
            clock);
    return new Work(
        Objects.requireNonNull(found.mapping(), () -> found.faults().toString()),
        loader,
        new Choices(null, repeat, Duration.ZERO));
  }

  RunReport load(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.writeString(file, content);
    try (Archive archive = archive()) {
      return work(Repeat.DUPLICATE).load(archive.keep(file, name, null), RunListener.SILENT);
    }
  }

  /** A load whose number was given away before. */
  RunReport loadAs(long number, String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.writeString(file, content);
    try (Archive archive = archive()) {
      return work("dinsos/bantuan", Repeat.DUPLICATE, new Numbered(warehouse(), number))
          .load(archive.keep(file, name, null), RunListener.SILENT);
    }
  }

  /** A load with the decisions of somebody. */
  RunReport load(String name, String content, Choices choices) throws IOException {
    Path file = root.resolve(name);
    Files.writeString(file, content);
    Work work = work(Repeat.DUPLICATE);
    try (Archive archive = archive()) {
      return new Work(work.mapping(), work.loader(), choices)
          .load(archive.keep(file, name, null), RunListener.SILENT);
    }
  }

  private record Numbered(Warehouse warehouse, long nextRun) implements Warehouse {

    @Override
    public Publication open(Order order) {
      return warehouse.open(order);
    }

    @Override
    public void record(RunReport report, @Nullable Mapping mapping) {
      warehouse.record(report, mapping);
    }
  }

  Archive archive() {
    return new Archive(new Home(root.resolve("home")), 0);
  }
}
