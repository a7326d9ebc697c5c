package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Location.FilePlace;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A checked snapshot of {@code mappings/}: mappings by id, code lists, agencies, and every fault
 * found.
 *
 * @param agencies by id
 * @param faults of all files; a mapping with a fault is not in {@code mappings}
 */
public record MappingFolder(
    Map<String, Mapping> mappings,
    CodeLists codes,
    Map<String, Agency> agencies,
    List<Issue> faults) {

  public MappingFolder {
    mappings = Map.copyOf(mappings);
    agencies = Map.copyOf(agencies);
    faults = List.copyOf(faults);
  }

  /** The id by which a mapping goes that went by this one once, or goes by it. */
  public String presentId(String id) {
    return mappings.containsKey(id)
        ? id
        : mappings.values().stream()
            .filter(mapping -> id.equals(mapping.target().terms().former().mapping()))
            .map(Mapping::id)
            .findFirst()
            .orElse(id);
  }

  /** The agency that keeps and publishes the data of all; null: no one is named. */
  public @Nullable Agency walidata() {
    return agencies.values().stream()
        .filter(agency -> agency.region() != null)
        .findFirst()
        .orElse(null);
  }

  /**
   * An agency as {@code agencies.yaml} names it.
   *
   * @param region of the walidata, the agency that keeps and publishes the data of all (Perpres
   *     39/2019): the code of Kemendagri that they are about; null: it is not the walidata
   */
  public record Agency(
      String id,
      String name,
      @Nullable String contact,
      Language language,
      Map<String, Database> databases,
      @Nullable String region) {
    public Agency {
      databases = Map.copyOf(databases);
    }

    /** One of which only the id is known. */
    public static Agency named(String id) {
      return new Agency(id, id, null, Language.ID, Map.of(), null);
    }
  }

  /**
   * A database of an agency; user and password are references, never values.
   *
   * @param place of its name in the file; null: it is of no file
   */
  public record Database(
      String url, @Nullable Secret user, @Nullable Secret password, @Nullable FilePlace place) {

    /** Of no file. */
    public Database(String url, @Nullable Secret user, @Nullable Secret password) {
      this(url, user, password, null);
    }
  }
}
