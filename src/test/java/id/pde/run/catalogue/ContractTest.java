package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.pde.model.Language;
import id.pde.testing.JsonSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Contracts are valid by the schema of the standard. */
class ContractTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonSchema schema() throws IOException {
    try (InputStream in = ContractTest.class.getResourceAsStream("odcs-3.0.2.schema.json")) {
      return new JsonSchema(JSON.readTree(in));
    }
  }

  /** As a program finds it in the YAML. */
  private static JsonNode contract(Dataset dataset) {
    String yaml = YamlText.of(Contract.of(dataset, Fixture.SERVER, Language.ID));
    return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }

  static List<Dataset> datasets() {
    return Stream.of(Fixture.city(), Fixture.datasets())
        .flatMap(one -> one.all().stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void isValid(Dataset dataset) throws IOException {
    JsonNode contract = contract(dataset);
    assertThat(schema().faults(contract)).isEmpty();
    assertThat(contract.at("/schema/0/properties")).hasSize(dataset.columns().size() + 1);
  }

  @Test
  void theSchemaFindsFaults() throws IOException {
    ObjectNode contract = (ObjectNode) contract(Fixture.datasets().all().get(2));
    contract.remove("status");
    contract.put("lain", 1);
    ((ObjectNode) contract.at("/schema/0")).put("lain", 1);
    ((ObjectNode) contract.at("/schema/0/properties/0")).put("logicalType", "text").put("lain", 1);
    ((ObjectNode) contract.at("/schema/0/quality/0")).remove("engine");
    ((ObjectNode) contract.at("/servers/0")).put("port", "5432");

    assertThat(schema().faults(contract))
        .contains(
            " lacks status",
            " may not have lain",
            "/schema/0 may not have lain",
            "/schema/0/properties/0 may not have lain",
            "/schema/0/quality/0 lacks engine",
            "/servers/0/port is no integer")
        .anyMatch(fault -> fault.startsWith("/schema/0/properties/0/logicalType is none of"));
  }

  /** With another key beside it no single column tells rows apart. */
  @Test
  void namesAKeyOnlyWhereItAlwaysHolds() {
    JsonNode prices = contract(Fixture.datasets().matching(List.of("dkupp/harga")).get(0));
    assertThat(prices.findValuesAsText("primaryKeyPosition")).containsExactly("1", "2", "3");
    JsonNode persons =
        contract(Fixture.datasets().matching(List.of("disdukcapil/penduduk")).get(0));
    assertThat(persons.findValues("primaryKey")).isEmpty();
  }
}
