package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.DataClass;
import id.pde.mapping.Described.Privacy;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register of processing (rekam kegiatan pemrosesan, UU 27/2022, article 31): what
 * is done with personal data of one dataset, and on what basis.
 *
 * @param general columns of general personal data (article 4), as delivered
 * @param specific columns of specific personal data
 * @param protection what the warehouse keeps of each of them: {@code nik hmac}, {@code umur none}
 * @param recipients roles that may read it, with what they see
 * @param gaps what the register should say and the mapping does not
 */
public record Processing(
    Dataset dataset,
    Privacy privacy,
    List<String> general,
    List<String> specific,
    List<String> protection,
    List<Text> recipients,
    List<Gap> gaps) {

  public Processing {
    general = List.copyOf(general);
    specific = List.copyOf(specific);
    protection = List.copyOf(protection);
    recipients = List.copyOf(recipients);
    gaps = List.copyOf(gaps);
  }

  /** The entries of all datasets with personal columns. */
  public static List<Processing> register(Datasets datasets) {
    return datasets.all().stream().filter(Dataset::isPersonal).map(Processing::of).toList();
  }

  private static Processing of(Dataset dataset) {
    Privacy privacy = dataset.described().privacy();
    List<String> general = named(dataset.mapping(), DataClass.PRIBADI_UMUM);
    List<String> specific = named(dataset.mapping(), DataClass.PRIBADI_SPESIFIK);
    List<String> protection =
        dataset.mapping().columns().stream()
            .filter(column -> !column.dataClass().open())
            .map(column -> column.name() + " " + Access.word(column.protect()))
            .toList();
    return new Processing(
        dataset, privacy, general, specific, protection, recipients(dataset), gaps(dataset));
  }

  private static List<String> named(Mapping mapping, DataClass dataClass) {
    return mapping.columns().stream()
        .filter(column -> column.dataClass() == dataClass)
        .map(ColumnSpec::name)
        .toList();
  }

  /** What {@code mart} shows follows from the classes; officers own the tables. */
  private static List<Text> recipients(Dataset dataset) {
    boolean masked =
        dataset.columns().stream().anyMatch(column -> column.dataClass() == DataClass.PRIBADI_UMUM);
    return List.of(
        new Text("petugas data: kolom seperti disimpan", "officers: columns as they are kept"),
        masked
            ? new Text(
                "analis (pde_analyst): data umum tertutup atau disamarkan, data spesifik tidak",
                "analysts (pde_analyst): general data masked or as pseudonyms, specific data not at"
                    + " all")
            : new Text(
                "analis (pde_analyst): tidak satu pun data pribadi",
                "analysts (pde_analyst): no personal data"),
        new Text(
            dataset.agency().name() + ": baris yang ditolak, seperti diserahkan",
            dataset.agency().name() + ": rejected rows, as delivered"));
  }

  private static List<Gap> gaps(Dataset dataset) {
    Privacy privacy = dataset.described().privacy();
    String file = dataset.mapping().text().file();
    List<Gap> gaps = new ArrayList<>();
    if (privacy.isEmpty()) {
      gaps.add(Gap.key("privacy", "", "privacy: {basis, purpose, retention, subjects}", file));
    } else {
      lacks(gaps, privacy.basis(), "basis", file);
      lacks(gaps, privacy.purpose(), "purpose", file);
      lacks(gaps, privacy.retention(), "retention", file);
      lacks(gaps, privacy.subjects(), "subjects", file);
    }
    if (dataset.agency().contact() == null) {
      String id = dataset.agency().id();
      gaps.add(
          new Gap(
              "contact",
              "",
              new Text(
                  "tulis " + id + ".contact di agencies.yaml",
                  "write " + id + ".contact in agencies.yaml")));
    }
    return gaps;
  }

  private static void lacks(List<Gap> gaps, @Nullable String said, String key, String file) {
    if (said == null) {
      gaps.add(Gap.key(key, "", "privacy." + key, file));
    }
  }
}
