package id.pde.app;

import id.pde.app.database.Databases;
import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.receipt.OutboxStates;
import id.pde.run.Analysts;
import id.pde.run.Answers;
import id.pde.run.Approving;
import id.pde.run.Archive;
import id.pde.run.Claim;
import id.pde.run.Claims;
import id.pde.run.Destination;
import id.pde.run.KeyRotation;
import id.pde.run.Ledger;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Loader;
import id.pde.run.MappingFiles;
import id.pde.run.MappingInvalid;
import id.pde.run.NormaliserChecks;
import id.pde.run.Receiving;
import id.pde.run.Recovery;
import id.pde.run.References;
import id.pde.run.Secrets;
import id.pde.run.Submissions;
import id.pde.run.Unbundled;
import id.pde.run.Undoing;
import id.pde.run.Unpacking;
import id.pde.run.Work;
import id.pde.run.door.DoorMarks;
import id.pde.run.erase.ErasedRows;
import id.pde.run.erase.Erasing;
import id.pde.run.erase.ErasureLedger;
import id.pde.run.event.RunEvents;
import id.pde.run.pull.Pulls;
import id.pde.run.resubmit.AnswerMarks;
import id.pde.run.resubmit.Resubmitting;
import id.pde.run.timetable.ScheduleRecords;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import id.pde.source.layout.ReadLimits;
import id.pde.warehouse.PostgresAnalysts;
import id.pde.warehouse.PostgresApprovals;
import id.pde.warehouse.PostgresDoorMarks;
import id.pde.warehouse.PostgresErasures;
import id.pde.warehouse.PostgresKeys;
import id.pde.warehouse.PostgresLedger;
import id.pde.warehouse.PostgresPulls;
import id.pde.warehouse.PostgresRunEvents;
import id.pde.warehouse.PostgresSubmissions;
import id.pde.warehouse.PostgresUndo;
import id.pde.warehouse.PostgresWarehouse;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.timetable.PostgresScheduleRecords;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builds the parts of PDE for one process, without Spring. Each is made when it is first asked for:
 * a command that needs no database starts none. Safe for use by many threads.
 */
public final class Wiring implements AutoCloseable {

  private final Settings settings;
  private final NodeClock clock = new NodeClock();
  private final Databases databases;
  private final MappingFiles mappings;
  private Consumer<Connections> gate = connections -> {};
  private boolean serves;
  private @Nullable Readers readers;
  private @Nullable Connections connections;
  private @Nullable Archive archive;
  private @Nullable Claims claims;
  private @Nullable Unpacking unpacking;

  /**
   * @param notes takes what people should read while they wait
   */
  public Wiring(Settings settings, Consumer<Text> notes) {
    this.settings = settings;
    this.databases = new Databases(settings.environment(), settings.home(), notes);
    this.mappings = new MappingFiles(settings.mappings(), new CodeListCsv());
  }

  public Settings settings() {
    return settings;
  }

  public NodeClock clock() {
    return clock;
  }

  public Databases databases() {
    return databases;
  }

  public MappingFiles mappings() {
    return mappings;
  }

  /** With the limits that the environment sets, and the secrets of the home. */
  public synchronized Readers readers() {
    Readers known = readers;
    if (known == null) {
      known =
          new Readers(
              ReadLimits.from(settings.environment()),
              new HomeSecrets(settings.home(), settings.environment()));
      readers = known;
    }
    return known;
  }

  /** For those who only look into the members of archives. */
  public synchronized Unpacking unpacking() {
    Unpacking known = unpacking;
    if (known == null) {
      known = new Unpacking(settings.home(), readers());
      unpacking = known;
    }
    return known;
  }

  /** The database, with the schema of this version; looked for again until it is found. */
  public synchronized Connections connections() {
    Connections known = connections;
    if (known == null) {
      known = databases.ready();
      gate.accept(known);
      if (serves) {
        known.reuse();
      }
      connections = known;
    }
    return known;
  }

  /** A database that is there already, instead of the one that the settings name. */
  synchronized void use(Connections known) {
    serves = true;
    known.reuse();
    connections = known;
  }

  /** A server among several asks each time the database was found whether it may use it. */
  public synchronized void ask(Consumer<Connections> before) {
    gate = before;
    serves = true;
  }

  /** The next one who needs the database looks for it anew: an embedded one may have to start. */
  public synchronized void forgetDatabase() {
    if (connections != null) {
      connections.rest();
    }
    connections = null;
  }

  public Ledger ledger() {
    return new PostgresLedger(connections());
  }

  /** A second person's decisions. */
  Approving approving() {
    return new Approving(new PostgresApprovals(connections()), archive()::has, clock);
  }

  /** What came of periods. */
  public Submissions submissions() {
    return new PostgresSubmissions(connections());
  }

  /** The record of schedules. */
  public ScheduleRecords scheduleRecords() {
    return new PostgresScheduleRecords(this::connections);
  }

  /** Takes runs back. */
  public Undoing undoing() {
    return new PostgresUndo(connections(), clock());
  }

  /** What the warehouse knows of pulls from the databases of agencies. */
  public Pulls pulls() {
    return new PostgresPulls(connections());
  }

  /** What PDE remembers of doors to machines elsewhere. */
  public DoorMarks doorMarks() {
    return new PostgresDoorMarks(this::connections);
  }

  /** What receivers elsewhere have not been told of runs. */
  public RunEvents runEvents() {
    return new PostgresRunEvents(this::connections);
  }

  /** The secrets of the home and of the environment, as they are now. */
  public Secrets secrets() {
    return new HomeSecrets(settings.home(), settings.environment());
  }

  /** Those who read the warehouse with logins of their own. */
  public Analysts analysts() {
    return new PostgresAnalysts(connections());
  }

  public synchronized Archive archive() {
    Archive known = archive;
    if (known == null) {
      known = new Archive(settings.home(), Archive.FLOOR);
      archive = known;
    }
    return known;
  }

  public synchronized Claims claims() {
    Claims known = claims;
    if (known == null) {
      known = new Claims(settings.home(), clock);
      claims = known;
    }
    return known;
  }

  /** The loop of a run with one snapshot of the code lists. */
  public Loader loader(CodeLists codes) {
    Connections database = connections();
    Pseudonyms pseudonyms = keys().pseudonyms();
    PostgresWarehouse warehouse =
        new PostgresWarehouse(
            database,
            settings.home().work(),
            pseudonyms.keyId(),
            References.of(codes, mappings.recentAgencies()));
    return new Loader(
        new Loader.Ports(readers(), warehouse, new PostgresLedger(database)),
        new NormaliserChecks(codes, pseudonyms, erased()),
        clock);
  }

  /** What was erased. */
  ErasureLedger erasures() {
    return new PostgresErasures(connections());
  }

  /** Erases persons and keys. */
  Erasing erasing() {
    return new Erasing(
        new Erasing.Ports(
            settings.home(),
            readers(),
            archive(),
            ledger(),
            mappings,
            erasures(),
            new PostgresKeys(connections()),
            () -> keys().pseudonyms(),
            clock));
  }

  /** Keeps out what was erased. */
  private ErasedRows erased() {
    return new ErasedRows(() -> erasing().standing(), id -> keys().find(id));
  }

  private boolean isBuried(String key) {
    return erasing().standing().stream().anyMatch(tombstone -> tombstone.key().equals(key));
  }

  /** The keys of pseudonyms. */
  HomeKeys keys() {
    return new HomeKeys(
        new KeyFile(settings),
        () -> new PostgresKeys(connections()),
        this::rotation,
        this::isBuried);
  }

  private KeyRotation rotation() {
    return new KeyRotation(
        new KeyRotation.Ports(readers(), archive(), ledger(), new PostgresKeys(connections())),
        mappings::find);
  }

  /** Makes the key of pseudonyms where there is none. */
  public void ensureKey() {
    keys().createIfAbsent();
  }

  /** What senders see before there is a result. */
  public OutboxStates states() {
    return new OutboxStates(settings.home(), new AnswerWiring(this)::language);
  }

  public Receiving receiving() {
    Answers answers = new AnswerWiring(this).answers();
    AnswerMarks marks = new LockedMarks(readers(), mappings);
    Resubmitting resubmitting = new Resubmitting(marks, archive(), ledger());
    return new Receiving(archive(), claims(), answers, ledger(), resubmitting);
  }

  public Recovery recovery() {
    return new Recovery(receiving(), claims(), archive(), ledger());
  }

  /**
   * What a mapping is loaded with, read from its file now.
   *
   * @throws MappingInvalid when there is none, or it has faults
   */
  public Work work(String mapping, Choices choices) {
    MappingFiles.Found found = mappings.find(mapping);
    Mapping usable = found.mapping();
    if (usable == null) {
      throw new MappingInvalid(firstFault(found), null);
    }
    return new Work(usable, loader(found.codes()), choices);
  }

  /**
   * Where a delivery goes, by the mapping files as they are now.
   *
   * @param goal the id of a mapping, or what {@link Claim#toAnyOf} gives
   * @throws MappingInvalid when a mapping is named that is not there or has faults
   */
  public Destination destination(String goal, Choices choices) {
    String agency = Claim.anyOf(goal);
    return agency == null
        ? new Unbundled(readers(), work(goal, choices))
        : recogniser(agency, choices);
  }

  /** The same, where a mapping that cannot be used now leaves its claims where they are. */
  public Optional<Destination> destination(String goal) {
    return usable(goal, Choices.DEFAULT);
  }

  /** The same for a file that somebody sent by name. */
  public Optional<Destination> destinationFor(String goal, String who) {
    return usable(goal, Choices.DEFAULT.by(who));
  }

  private Optional<Destination> usable(String goal, Choices choices) {
    try {
      return Optional.of(destination(goal, choices));
    } catch (MappingInvalid gone) {
      return Optional.empty();
    }
  }

  /**
   * Finds the mappings of a delivery.
   *
   * @param agency whose mappings may take it; empty: those of all
   */
  public Destination recogniser(String agency, Choices choices) {
    return new Goals(this).recogniser(agency, choices);
  }

  private static Issue firstFault(MappingFiles.Found found) {
    return found.faults().stream()
        .filter(fault -> fault.severity() != Severity.WARN)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a mapping without faults is usable"));
  }

  @Override
  public synchronized void close() {
    if (serves && connections != null) {
      connections.rest();
    }
    if (claims != null) {
      claims.close();
    }
    if (archive != null) {
      archive.close();
    }
    if (unpacking != null) {
      unpacking.close();
    }
  }
}
