package id.pde.run.catalogue;

import id.pde.mapping.Mapping;
import id.pde.model.Period;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.source.codes.CodeListCsv;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Three datasets: one open and loaded, one of four persons, one of which little is known. */
final class Fixture {

  static final Path FOLDER = Path.of("src/test/resources/golden/catalogue");
  static final Holdings.Server SERVER = new Holdings.Server("db.contoh.go.id", 5432, "pde");
  static final Site NOWHERE = new Site("diskominfo", "35.74", null);
  static final Site PORTAL = new Site("diskominfo", "35.74", "https://data.contoh.go.id/berkas/");

  private Fixture() {}

  /** Fixed figures for whatever mappings are asked about. */
  record Figures(Map<String, Holdings.Holding> held) implements Holdings {
    Figures {
      held = Map.copyOf(held);
    }

    @Override
    public Map<String, Holding> of(Collection<Mapping> mappings) {
      return held;
    }

    @Override
    public Server server() {
      return SERVER;
    }
  }

  static Datasets datasets() {
    return Datasets.of(
        folder(FOLDER.resolve("mappings")),
        new Figures(
            Map.of(
                "dkupp/harga", holding(3, 1200L, "2024-01", "2024-03", "2024-02"),
                "disdukcapil/penduduk", holding(1, 4L))));
  }

  /** The mappings of the sample city, none of them loaded. */
  static Datasets city() {
    return Datasets.of(folder(Path.of("mappings")));
  }

  private static MappingFolder folder(Path root) {
    MappingFolder folder = new MappingFiles(root, new CodeListCsv()).read();
    if (!folder.faults().isEmpty()) {
      throw new AssertionError(folder.faults().toString());
    }
    return folder;
  }

  static Holdings.Holding holding(long loads, @Nullable Long rows, String... periods) {
    Instant first = Instant.parse("2024-02-05T01:02:03Z");
    return new Holdings.Holding(
        loads,
        first,
        first.plusSeconds(86_400 * (loads - 1)),
        10 + loads,
        List.of(periods).stream().map(Period::new).toList(),
        rows);
  }
}
