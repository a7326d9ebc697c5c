package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of a small catalogue, whole; the files are renewed by {@code -Dgolden.update}. */
class CatalogueGoldenTest {

  private static final Datasets DATASETS = Fixture.datasets();

  private static Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    for (Language language : Language.values()) {
      String end = "." + language.name().toLowerCase(Locale.ROOT);
      documents.put(
          "catalogue" + end + ".json", JsonText.of(CatalogueJson.of(DATASETS.all(), language)));
      documents.put(
          "register" + end + ".json",
          JsonText.of(ProcessingJson.of(Processing.register(DATASETS), language)));
      for (Dataset dataset : DATASETS.all()) {
        String name = dataset.mapping().target().table() + end;
        documents.put(
            name + ".satudata.json",
            JsonText.of(NationalFields.of(DATASETS, dataset, Fixture.NOWHERE, language)));
        documents.put(
            name + ".odcs.yaml", YamlText.of(Contract.of(dataset, Fixture.SERVER, language)));
      }
    }
    documents.put(
        "nowhere.jsonld", JsonText.of(Dcat.of(DATASETS, DATASETS.all(), Fixture.NOWHERE)));
    documents.put("portal.jsonld", JsonText.of(Dcat.of(DATASETS, DATASETS.all(), Fixture.PORTAL)));
    return documents;
  }

  static List<String> names() {
    return List.copyOf(documents().keySet());
  }

  @ParameterizedTest
  @MethodSource("names")
  void isAsItWas(String name) throws IOException {
    String made = documents().getOrDefault(name, "");
    Path golden = Fixture.FOLDER.resolve(name);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(golden, made);
    }
    assertThat(made).isEqualTo(Files.readString(golden));
  }
}
