package id.pde.run.erase;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.normalise.protect.HmacKey;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.Archive;
import id.pde.run.Home;
import id.pde.run.KeyLedger;
import id.pde.run.Ledger;
import id.pde.run.MappingFiles;
import id.pde.run.RowSource;
import id.pde.run.SourceUnreadable;
import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.FileDone;
import id.pde.run.erase.ErasureLedger.Found;
import id.pde.run.erase.ErasureLedger.Mode;
import id.pde.run.erase.ErasureLedger.Note;
import id.pde.run.erase.ErasureLedger.Trail;
import id.pde.run.erase.ErasureLedger.Work;
import id.pde.run.erase.Tombstone.Event;
import id.pde.run.erase.Tombstone.State;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Erases a person, or a key of a table, wherever PDE keeps something of it (UU 27/2022, articles 8
 * and 43), and sees to it that it stays out. An erasure that was interrupted is repeated as it was
 * typed: the tombstone stands from its first step on, and every step may be done twice.
 */
public final class Erasing {

  private final Ports ports;

  /**
   * What it works on.
   *
   * @param key of pseudonyms, under which tombstones are made, too
   */
  public record Ports(
      Home home,
      RowSource source,
      Archive archive,
      Ledger ledger,
      MappingFiles mappings,
      ErasureLedger erasures,
      KeyLedger keys,
      Supplier<Pseudonyms> key,
      InstantSource clock) {}

  public Erasing(Ports ports) {
    this.ports = ports;
  }

  /** Who does it, and why. */
  public record Order(String who, String reason, String reference) {}

  /**
   * What an erasure would do.
   *
   * @param rows by place
   * @param files of the archive
   * @param answers files of the outbox
   * @param unsure deliveries of which a part cannot be unpacked, by their SHA-256
   */
  public record Preview(List<Count> rows, List<FilePlan> files, int answers, List<String> unsure) {
    public Preview {
      rows = List.copyOf(rows);
      files = List.copyOf(files);
      unsure = List.copyOf(unsure);
    }

    public boolean isEmpty() {
      return rows.isEmpty() && files.isEmpty() && answers == 0;
    }
  }

  /**
   * What becomes of an archived delivery.
   *
   * @param runs that read it
   */
  public record FilePlan(String sha256, Fate fate, long records, List<Long> runs) {
    public FilePlan {
      runs = List.copyOf(runs);
    }
  }

  /** What an erasure does to a file. */
  public enum Fate {
    REWRITTEN,
    DELETED
  }

  /** What was done. */
  public record Done(long erasure, List<Count> rows, List<FileDone> files) {
    public Done {
      rows = List.copyOf(rows);
      files = List.copyOf(files);
    }
  }

  /** What is found now; nothing is changed. */
  public Preview preview(Subject subject) {
    HmacKey key = key();
    ArchiveSearch search = new ArchiveSearch(ports, key);
    List<FileHit> hits = search.find(subject);
    List<Count> rows;
    try (Work work = ports.erasures().open(Mode.PREVIEW)) {
      rows = work.erase(trail(subject, hits, key));
    }
    List<FilePlan> files =
        hits.stream()
            .map(
                hit ->
                    new FilePlan(
                        hit.sha256(),
                        hit.form() == FileHit.Form.OTHER ? Fate.DELETED : Fate.REWRITTEN,
                        hit.records(),
                        hit.readings().stream().flatMap(one -> one.runs().stream()).toList()))
            .toList();
    return new Preview(rows, files, outbox(subject, hits).find().size(), search.unsure());
  }

  /** Erases it. */
  public Done erase(Subject subject, Order order) {
    HmacKey key = key();
    Tombstone tombstone = tombstone(subject, key);
    Instant at = now();
    Note note = new Note(order.who(), subject.named(), order.reason(), order.reference(), at);
    long number = ports.erasures().begin(note, tombstone);
    tombstones().add(new Event(tombstone, State.LAID, at));
    List<FileHit> hits;
    List<Count> counts;
    try (Work work = ports.erasures().open(Mode.ERASE)) {
      // With the tables held: a load that knew of no tombstone has come to its end.
      hits = new ArchiveSearch(ports, key).find(subject);
      counts = work.erase(trail(subject, hits, key));
      work.plan(number, hits.stream().map(Erasing::planned).toList());
      work.commit();
    }
    List<FileDone> files = new ArrayList<>();
    FileErasure archive = new FileErasure(ports, key, number, at);
    for (FileHit hit : hits) {
      files.add(archive.erase(hit, subject));
    }
    files.forEach(file -> ports.erasures().done(number, file));
    Pattern pattern = pattern(subject);
    if (pattern != null) {
      archive.relabel(pattern);
    }
    OutboxErasure outbox = outbox(subject, hits);
    for (OutboxErasure.Hit hit : outbox.find()) {
      FileDone done = outbox.clean(hit);
      files.add(done);
      ports.erasures().done(number, done);
    }
    ports.erasures().end(number, counts);
    return new Done(number, counts, files);
  }

  /** Lets a subject in again that was kept out; whether it was. What was erased stays so. */
  public boolean lift(Subject subject, Order order) {
    Tombstone laid = tombstone(subject, key());
    if (!standing().contains(laid)) {
      return false;
    }
    Instant at = now();
    ports
        .erasures()
        .lift(laid, new Note(order.who(), subject.named(), order.reason(), order.reference(), at));
    tombstones().add(new Event(laid, State.LIFTED, at));
    return true;
  }

  /** The tombstones that stand, as archive and database remember them. */
  public List<Tombstone> standing() {
    List<Event> events = new ArrayList<>(ports.erasures().events());
    events.addAll(tombstones().events());
    return Tombstone.standing(events);
  }

  private TombstoneFile tombstones() {
    return TombstoneFile.of(ports.home().archive());
  }

  private Instant now() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private OutboxErasure outbox(Subject subject, List<FileHit> hits) {
    return new OutboxErasure(ports.home().outbox(), pattern(subject), hits);
  }

  private static FileDone planned(FileHit hit) {
    return new FileDone("archive", hit.sha256(), null, hit.records());
  }

  static Tombstone tombstone(Subject subject, HmacKey key) {
    String kind = subject.kind();
    return new Tombstone(kind, key.naming().of(Tombstone.hashed(kind), subject.text()));
  }

  /** How a subject stands inside other text; null: it does not. */
  static @Nullable Pattern pattern(Subject subject) {
    return subject instanceof Subject.Person person
        ? Pattern.compile(person.identifier().pattern(person.text()))
        : null;
  }

  private HmacKey key() {
    Pseudonyms pseudonyms = ports.key().get();
    if (!(pseudonyms instanceof HmacKey key)) {
      throw new SourceUnreadable(EraseFaults.noKey(), null);
    }
    Optional<String> used = ports.keys().inUse();
    if (used.isPresent() && !used.get().equals(key.id())) {
      throw new SourceUnreadable(EraseFaults.otherKey(used.get()), null);
    }
    return key;
  }

  private Trail trail(Subject subject, List<FileHit> hits, HmacKey key) {
    List<Found> found = new ArrayList<>();
    for (FileHit hit : hits) {
      for (FileHit.Reading reading : hit.readings()) {
        found.add(found(hit, reading));
      }
    }
    if (subject instanceof Subject.OfKey ofKey) {
      return new Trail(List.of(), null, Map.of(), ofKey, found);
    }
    Subject.Person person = (Subject.Person) subject;
    List<String> values =
        List.of(person.text(), key.naming().of(person.identifier().word(), person.text()));
    String pattern = person.identifier().pattern(person.text());
    return new Trail(values, pattern, own(person.identifier()), null, found);
  }

  /** By table: the columns that say whose row it is and in which the table holds it. */
  private Map<String, List<String>> own(Identity identity) {
    Map<String, List<String>> own = new HashMap<>();
    for (Mapping mapping : ports.mappings().read().mappings().values()) {
      List<String> columns =
          RowJudge.own(mapping, identity).stream()
              .filter(name -> holds(mapping.columns().get(mapping.column(name))))
              .toList();
      own.merge(mapping.target().table(), columns, Erasing::both);
    }
    return own;
  }

  private static boolean holds(ColumnSpec column) {
    return switch (column.protect()) {
      case NONE, HMAC -> true;
      case MASK, DROP, SCRUB -> false;
    };
  }

  private static List<String> both(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  private static Found found(FileHit hit, FileHit.Reading reading) {
    Set<String> places = new HashSet<>();
    reading.matches().forEach(match -> places.addAll(match.places()));
    return new Found(
        hit.sha256(),
        reading.table(),
        reading.runs(),
        reading.matches().stream().map(FileHit.Match::reference).distinct().toList(),
        reading.matches().stream().map(FileHit.Match::ordinal).sorted().toList(),
        places,
        hit.form() != FileHit.Form.OTHER);
  }
}
