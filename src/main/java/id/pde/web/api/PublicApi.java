package id.pde.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.mapping.Mapping;
import id.pde.run.Exports.Given;
import id.pde.run.Exports.Order;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.catalogue.Access;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.api.DatasetsApi.DatasetView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What everybody may read: datasets of which every column is {@code publik}. It is what analysts
 * read of them, in {@code mart}; the reading is kept as an export by {@code public}.
 */
@RestController
@RequestMapping("/api/v1/public/datasets")
final class PublicApi {

  private static final String WHO = "public";

  private final City city;
  private final Shelf shelf;

  PublicApi(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<DatasetView> datasets(HttpServletRequest request) {
    return shelf.folder().mappings().values().stream()
        .filter(this::isOpen)
        .sorted(java.util.Comparator.comparing(Mapping::id))
        .map(mapping -> DatasetView.of(mapping, null, ApiDoors.language(request)))
        .toList();
  }

  /** All rows, streamed; a connection that breaks off is an answer without its end. */
  @GetMapping(path = "/{agency}/{name}/rows", produces = MediaType.APPLICATION_NDJSON_VALUE)
  void lines(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      HttpServletResponse response)
      throws IOException {
    Mapping mapping = open(agency, name);
    response.setContentType(MediaType.APPLICATION_NDJSON_VALUE + ";charset=UTF-8");
    // Closed only when all is written: before, a fault still has to become an answer.
    JsonGenerator json = new JsonFactory().createGenerator(response.getOutputStream());
    json.setRootValueSeparator(null);
    give(mapping, "ndjson", new RowLines(json));
    json.close();
  }

  @GetMapping(path = "/{agency}/{name}/rows", produces = "text/csv")
  void csv(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      HttpServletResponse response)
      throws IOException {
    Mapping mapping = open(agency, name);
    response.setContentType("text/csv;charset=UTF-8");
    Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    give(mapping, "csv", new Rows(writer));
    writer.close();
  }

  private Mapping open(String agency, String name) {
    Mapping mapping = shelf.folder().mappings().get(agency + "/" + name);
    if (mapping == null || !isOpen(mapping)) {
      throw Problem.missing();
    }
    return mapping;
  }

  /** Whether all that fills its table is public: another mapping may bring more columns. */
  private boolean isOpen(Mapping mapping) {
    return shelf.folder().mappings().values().stream()
        .filter(other -> other.target().table().equals(mapping.target().table()))
        .allMatch(other -> Access.of(other) == Access.PUBLIC);
  }

  private void give(Mapping mapping, String form, ResultVisitor visitor) {
    Given given =
        city.as(WHO).exports().give(new Order("mart." + mapping.target().table(), form), visitor);
    if (!(given instanceof Given.All)) {
      // Nothing was loaded yet, or the view is gone.
      throw Problem.missing();
    }
  }

  /** A line for each row, behind one of headings. */
  private record Rows(Writer writer) implements ResultVisitor {

    @Override
    public void columns(List<Column> columns) {
      write(columns.stream().map(Column::name).toArray(String[]::new));
    }

    @Override
    public void row(List<@Nullable String> values) {
      write(
          values.stream()
              .map(value -> Objects.requireNonNullElse(value, ""))
              .toArray(String[]::new));
    }

    private void write(String... fields) {
      StringBuilder line = new StringBuilder();
      Csv.line(line, fields);
      try {
        writer.append(line);
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
