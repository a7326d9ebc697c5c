package id.pde.guess;

import id.pde.codes.CodeLists;
import id.pde.guess.LayoutChoice.Layout;
import id.pde.guess.Proposal.Line;
import id.pde.guess.Tables.Found;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Secret;
import id.pde.mapping.Vocabulary;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.EvidenceReading;
import id.pde.run.FileNames;
import id.pde.run.GridSource;
import id.pde.run.RowSource;
import id.pde.run.SourceUnreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Proposes a complete mapping for a file: what {@code pde check} accepts and {@code pde plan} can
 * run. Reads the file several times, with bounded memory.
 */
public final class Guesser {

  /** A mapping has to lie in the folder of an agency; any name does to read the proposal back. */
  private static final String PLACE = "mappings/agency/";

  private final GridSource grids;
  private final RowSource rows;
  private final CodeLists codes;
  private final Set<String> tables;
  private final Map<String, Line> lock;

  /**
   * @param codes lists whose values are recognised
   * @param tables names that other mappings own
   */
  public Guesser(GridSource grids, RowSource rows, CodeLists codes, Set<String> tables) {
    this(grids, rows, new Known(codes, tables), Map.of());
  }

  private Guesser(GridSource grids, RowSource rows, Known known, Map<String, Line> lock) {
    this.grids = grids;
    this.rows = rows;
    this.codes = known.codes();
    this.tables = Set.copyOf(known.tables());
    this.lock = lock;
  }

  /** What the deployment has. */
  private record Known(CodeLists codes, Set<String> tables) {}

  /** The same for a file that one of these passwords opens; its mapping names the first. */
  public Guesser with(List<Secret> passwords) {
    Map<String, Line> line = new LinkedHashMap<>();
    passwords.stream().limit(1).forEach(secret -> line.put("password", Line.of(reference(secret))));
    return new Guesser(grids.with(passwords), rows, new Known(codes, tables), line);
  }

  private static String reference(Secret secret) {
    if (secret instanceof Secret.InFile file) {
      return "{file: " + Yaml.text(file.name()) + "}";
    }
    return "{env: " + ((Secret.InEnvironment) secret).name() + "}";
  }

  /**
   * The text of the mapping file.
   *
   * @param sheet a name; null: the sheets that hold the largest table
   * @throws id.pde.run.SourceUnreadable where the file cannot be read
   */
  public String guess(Path file, @Nullable String sheet, Language language) {
    return guessWithin(file, new Wish(sheet, Map.of()), language);
  }

  /** The same, where some of the layout is known. */
  public String guessWithin(Path file, Wish wish, Language language) {
    Delivery delivery = delivery(file);
    FileTitle title = new FileTitle(delivery.name());
    Told told = told(delivery, wish);
    Found found = told.found();
    Names names = new Names(title.dataset(), title.dataset(), tables);
    Layout layout = layout(delivery, names, new LayoutChoice(grids, file, found), told.known());
    Proposal plain = plain(layout, names);
    Mapping reading = read(plain);
    ThinRows thin = layout.unpivoted() ? ThinRows.NONE : ThinRows.of(found.chosen());
    TableEvidence evidence =
        new TableEvidence(layout.fields().headings(), thin, new TrialColumns(reading, codes));
    rows.read(delivery, reading, evidence);
    DecimalMark mark = DecimalMark.of(evidence.fields());
    List<ColumnDraft> columns = new ColumnChoice(evidence, mark, plain.columns()).columns();
    KeyChoice.Key key =
        new KeyChoice(evidence, thin, columns)
            .choose(visitor -> rows.read(delivery, reading, visitor));
    Map<String, Line> source = new LinkedHashMap<>();
    source.put("file", Line.of(Yaml.list(List.of(title.pattern()))));
    source.putAll(layout.source());
    if (mark.mark() != null) {
      source.put("decimal", new Line("\"" + mark.mark() + "\"", mark.remarks()));
    }
    new WhereChoice(evidence, columns)
        .choose(key.names())
        .ifPresent(where -> source.put("where", where));
    Proposal proposal =
        complete(
            layout.fields(),
            source,
            key,
            columns,
            names,
            title.title(found.chosen().get(0).header()));
    Proposal dated =
        new PeriodChoice(delivery.name(), found.chosen())
            .choose(period -> read(proposal.with("period", Line.of(period))))
            .map(line -> proposal.with("period", line))
            .orElse(proposal);
    Trying first = tried(delivery, dated);
    Map<String, Line> stray = first.stray().lines();
    if (stray.isEmpty()) {
      return first.onto(dated, delivery.name()).yaml(language);
    }
    Proposal without = dated.withSource(stray);
    return tried(delivery, without).onto(without, delivery.name()).yaml(language);
  }

  private Trying tried(Delivery delivery, Proposal proposal) {
    Trying trying = new Trying(EvidenceReading.settled(delivery, read(proposal), rows), codes);
    rows.read(delivery, trying.mapping(), trying);
    return trying;
  }

  /** The fullest layout under which the headings are found again. */
  private Layout layout(
      Delivery delivery, Names names, LayoutChoice choice, Map<String, Line> known) {
    Layout full = choice.choose().opened(lock).told(known);
    try {
      rows.read(delivery, read(plain(full, names)), new FirstRow());
      return full;
    } catch (Look.Enough enough) {
      return full;
    } catch (SourceUnreadable notFound) {
      return choice.plain().opened(lock).told(known);
    }
  }

  /**
   * What is known of the layout.
   *
   * @param sheet a name; null: the sheets that hold the largest table
   * @param source further keys of the source block with their values as YAML
   */
  public record Wish(@Nullable String sheet, Map<String, String> source) {
    public Wish {
      source = new LinkedHashMap<>(source);
    }

    private Map<String, Line> lines() {
      Map<String, Line> lines = new LinkedHashMap<>();
      if (sheet != null) {
        lines.put("sheet", Line.of(Yaml.text(sheet)));
      }
      source.forEach((key, value) -> lines.put(key, Line.of(value)));
      return lines;
    }
  }

  /**
   * The table that the proposal is for.
   *
   * @param known keys of the source block that are not to be chosen any more
   */
  private record Told(Found found, Map<String, Line> known) {}

  /** The table; under groups without merges, where only these tell its headings apart. */
  private Told told(Delivery delivery, Wish wish) {
    Found found = found(delivery, wish);
    Map<String, Line> known = wish.lines();
    Fields fields = Fields.of(found.chosen());
    Map<String, Line> wide = new LayoutChoice(grids, delivery.file(), found).plain().source();
    wide.putAll(known);
    Optional<Line> groups = fields.repeated() ? GroupHeadings.over(wide) : Optional.empty();
    if (groups.isEmpty()) {
      return new Told(found, known);
    }
    wide.put(GroupHeadings.KEY, groups.get());
    Found right = read(delivery, wide);
    if (Fields.of(right.chosen()).headings().size() <= fields.headings().size()) {
      return new Told(found, known);
    }
    known.put(GroupHeadings.KEY, groups.get());
    return new Told(new Found(right.chosen(), found.others(), found.visible()), known);
  }

  /** The table; read as the wish says where it says more than the sheet. */
  private Found found(Delivery delivery, Wish wish) {
    if (wish.source().isEmpty()) {
      return new Tables(grids, delivery.file()).find(wish.sheet());
    }
    return read(delivery, wish.lines());
  }

  private Found read(Delivery delivery, Map<String, Line> known) {
    Map<String, Line> source = new LinkedHashMap<>(lock);
    source.putAll(known);
    Proposal plain =
        new Proposal(
            "?", source, Map.of("table", Line.of("guess")), Map.of(), List.of(WHOLE), List.of());
    ToldTable look = new ToldTable();
    try {
      rows.read(delivery, read(plain), look);
    } catch (Look.Enough enough) {
      // The rows so far are all that is wanted.
    }
    return look.found();
  }

  /** Asks for no heading. */
  private static final ColumnDraft WHOLE =
      new ColumnDraft("berkas", "$file", "text", Map.of(), null, List.of());

  /** How things are called. */
  private record Names(String dataset, String table, Set<String> taken) {
    String free() {
      String name = table;
      for (int i = 2; taken.contains(name); i++) {
        name = table + "_" + i;
      }
      return name;
    }
  }

  private static Delivery delivery(Path file) {
    try {
      return new Delivery(
          FileNames.of(file), file, "0".repeat(64), Files.size(file), Delivery.Form.FILE, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Proposal plain(Layout layout, Names names) {
    ColumnNames columnNames = new ColumnNames();
    List<ColumnDraft> columns =
        layout.fields().headings().stream()
            .map(heading -> ColumnDraft.plain(columnNames.name(heading), heading))
            .toList();
    return new Proposal(
        names.dataset(),
        layout.source(),
        Map.of("table", Line.of(names.free())),
        Map.of("drift", Line.of("{new-columns: ignore, missing-columns: ignore}")),
        columns,
        List.of());
  }

  private static Proposal complete(
      Fields fields,
      Map<String, Line> source,
      KeyChoice.Key key,
      List<ColumnDraft> columns,
      Names names,
      String title) {
    Map<String, Line> target = new LinkedHashMap<>();
    target.put("table", Line.of(names.free()));
    boolean keyed = !key.names().isEmpty();
    if (keyed) {
      target.put("key", new Line(Yaml.list(key.names()), key.remarks()));
    }
    target.put("load", new Line(keyed ? "merge" : "append", keyed ? List.of() : key.remarks()));
    List<ColumnDraft> required =
        columns.stream()
            .map(column -> key.names().contains(column.name()) ? column.required() : column)
            .toList();
    Map<String, Line> others = new LinkedHashMap<>();
    if (!fields.missing().isEmpty()) {
      others.put(
          "drift",
          new Line(
              "{missing-columns: warn}",
              List.of(
                  Remarks.of(
                      fields.missing().size() + " judul tidak ada di semua lembar",
                      fields.missing().size() + " headings are not in every sheet"))));
    }
    return new Proposal(
        title, source, target, others, required, new ArrayList<Text>(fields.remarks()));
  }

  /** The proposal as a mapping; one that PDE itself would refuse is a fault of this package. */
  private Mapping read(Proposal proposal) {
    MappingText text =
        new MappingText(PLACE + "guess.yaml", proposal.yaml(Language.EN), "0".repeat(64));
    MappingReader.Checked checked =
        MappingReader.read(text, new Vocabulary(codes.lists().keySet(), Set.of("agency")));
    Mapping mapping = checked.mapping();
    if (mapping == null) {
      throw new IllegalStateException("a proposal with faults: " + checked.faults());
    }
    return mapping;
  }
}
