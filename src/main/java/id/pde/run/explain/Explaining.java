package id.pde.run.explain;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.ArchivedRow;
import id.pde.run.Ledger;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFiles.Found;
import id.pde.run.explain.RowVersions.Standing;
import id.pde.run.explain.RowVersions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells where a row comes from: all its versions, and of each the run, the delivery, the cells and
 * what was made of them. Deliveries are read again in the archive, with the mapping that their run
 * used. Safe for use by several threads.
 */
public final class Explaining {

  private final Ports ports;

  /**
   * What it asks.
   *
   * @param pseudonyms under the key of the deployment
   */
  public record Ports(
      RowVersions versions,
      Ledger ledger,
      ArchivedRow archive,
      MappingFiles mappings,
      Supplier<Pseudonyms> pseudonyms) {}

  public Explaining(Ports ports) {
    this.ports = ports;
  }

  /** Of the table: what tells rows apart that are known by one key or another. */
  private static final String DIGEST = "_key";

  /**
   * Tells it.
   *
   * @throws id.pde.run.SourceUnreadable when personal values are asked for by somebody who may not
   *     read the archive
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  public Answer row(Question question) {
    String name = Relation.of(question.table()).table();
    Optional<Standing> table = ports.versions().table(name);
    if (table.isEmpty()) {
      return new Answer.Unknown(ExplainWords.noTable(name, ports.versions().tables()));
    }
    return row(question, table.get());
  }

  private Answer row(Question question, Standing table) {
    Telling telling = new Telling(ports, table, question.sight(), ports.pseudonyms().get());
    RowVersions.Place place = question.place();
    if (place != null) {
      return table.key().isEmpty()
          ? told(telling, ports.versions().ofRow(table, place))
          : new Answer.Misfit(ExplainWords.keyed(table));
    }
    Answer answer = null;
    for (Standing way : ways(table)) {
      Optional<List<String>> typed = TypedKey.of(way.key(), question.key());
      if (typed.isPresent() && (answer == null || answer instanceof Answer.Unknown)) {
        answer = row(new Telling(ports, way, question.sight(), telling.pseudonyms()), typed.get());
      }
    }
    if (answer != null) {
      return answer;
    }
    Standing shown = ways(table).get(0);
    return new Answer.Misfit(
        shown.key().isEmpty() ? ExplainWords.unkeyed(shown) : ExplainWords.keyed(shown));
  }

  /** The keys by which a row may be asked for: where another one may take its place, either. */
  private List<Standing> ways(Standing table) {
    Mapping mapping = table.key().contains(DIGEST) ? reader(table).mapping() : null;
    if (mapping == null) {
      return List.of(table);
    }
    List<Standing> ways = new ArrayList<>();
    for (List<String> own : List.of(mapping.target().key(), mapping.target().terms().otherKey())) {
      List<String> key = new ArrayList<>(own);
      table.key().stream().filter(name -> !name.equals(DIGEST)).forEach(key::add);
      ways.add(new Standing(table.table(), table.mapping(), key, table.closed(), table.former()));
    }
    return ways;
  }

  private Answer row(Telling telling, List<String> typed) {
    Standing table = telling.table();
    Found reader = reader(table);
    Mapping mapping = reader.mapping();
    if (mapping == null) {
      return told(telling, ports.versions().ofKey(table, typed));
    }
    KeyText key = new KeyText(mapping, reader.codes(), telling.pseudonyms());
    return key.nameless(table.key(), typed)
        .<Answer>map(column -> new Answer.Misfit(ExplainWords.nameless(column)))
        .orElseGet(() -> told(telling, first(table, key.readings(table.key(), typed))));
  }

  private static Answer told(Telling telling, List<Version> versions) {
    return versions.isEmpty()
        ? new Answer.Unknown(ExplainWords.noRow(telling.table()))
        : new Answer.Told(story(telling, versions));
  }

  private List<Version> first(Standing table, List<List<String>> readings) {
    for (List<String> reading : readings) {
      List<Version> versions = ports.versions().ofKey(table, reading);
      if (!versions.isEmpty()) {
        return versions;
      }
    }
    return List.of();
  }

  /** The mapping that owns the table, as it is now. */
  private Found reader(Standing table) {
    return ports.mappings().exists(table.mapping())
        ? ports.mappings().find(table.mapping())
        : new Found(null, null, CodeLists.NONE, List.of());
  }

  private static Story story(Telling telling, List<Version> versions) {
    telling.noteReading(versions);
    List<Story.Version> told = versions.stream().map(telling::version).toList();
    List<Story.KeyPart> key = new ArrayList<>();
    for (String name : telling.table().key()) {
      for (ColumnTrace column : told.get(0).columns()) {
        String value = column.stored();
        if (column.column().equals(name) && value != null) {
          key.add(new Story.KeyPart(name, value));
        }
      }
    }
    return new Story(telling.table().table(), key, told);
  }
}
