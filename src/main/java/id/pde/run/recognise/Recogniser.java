package id.pde.run.recognise;

import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.Delivery;
import id.pde.run.Destination;
import id.pde.run.GridSource;
import id.pde.run.LimitExceeded;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Loader;
import id.pde.run.RowSource;
import id.pde.run.SourceUnreadable;
import id.pde.run.Work;
import id.pde.run.recognise.FileNamePattern.Verdict;
import id.pde.run.recognise.HeaderProbe.Probe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives each sheet of a delivery to the mappings whose file name patterns and headings fit. A sheet
 * with a table that none takes, or two that do not share it, keeps the whole delivery waiting:
 * nothing of it is loaded by guess. Used by one thread.
 */
public final class Recogniser implements Destination {

  private final Ports ports;
  private final Candidates candidates;

  /** What it reads with, and the loader of the runs. */
  public record Ports(RowSource rows, GridSource grids, Loader loader) {}

  /**
   * Who may take a delivery.
   *
   * @param agency whose delivery it is
   * @param faulty ids of mappings that might take it, too, were they free of faults
   * @param choices of every run
   */
  public record Candidates(
      String agency, Collection<Mapping> mappings, Set<String> faulty, Choices choices) {
    public Candidates {
      faulty = new TreeSet<>(faulty);
      mappings = mappings.stream().sorted(Comparator.comparing(Mapping::id)).toList();
    }
  }

  public Recogniser(Ports ports, Candidates candidates) {
    this.ports = ports;
    this.candidates = candidates;
  }

  @Override
  public String agency() {
    return candidates.agency();
  }

  @Override
  public Assigned of(Delivery delivery) {
    List<Part> parts;
    try {
      parts = parts(delivery);
    } catch (SourceUnreadable | LimitExceeded unreadable) {
      parts = List.of(Part.WHOLE);
    }
    return new Search(delivery, parts).assigned();
  }

  /** With every password that a mapping knows: which of them fits, says nothing of the mapping. */
  private GridSource grids() {
    List<Secret> passwords =
        candidates.mappings().stream()
            .flatMap(mapping -> mapping.source().password().stream())
            .distinct()
            .toList();
    return ports.grids().with(passwords);
  }

  @Override
  public Assigned.Nowhere refusing(Issue issue) {
    return new Assigned.Nowhere(
        ports.loader(), candidates.agency(), RunOutcome.REFUSED, List.of(issue));
  }

  private List<Part> parts(Delivery delivery) {
    if (delivery.form() == Delivery.Form.ROWS) {
      return List.of(Part.WHOLE);
    }
    List<GridSource.Title> titles = grids().titles(delivery.file());
    if (titles.size() == 1 && titles.get(0).name().isEmpty()) {
      return List.of(Part.WHOLE);
    }
    List<Part> parts = new ArrayList<>();
    boolean first = true;
    for (GridSource.Title title : titles) {
      boolean visible = title.visibility() == GridSource.Visibility.VISIBLE;
      parts.add(new Part(title.name(), title.visibility(), first && visible));
      first &= !visible;
    }
    return parts;
  }

  /** The recognition of one delivery. */
  private final class Search {

    private final Delivery delivery;
    private final List<Part> parts;
    private final HeaderProbe probe;
    private final Map<String, Mapping> takers = new TreeMap<>();
    private final Map<String, List<Part>> taken = new LinkedHashMap<>();
    private final List<Part> unclaimed = new ArrayList<>();
    private final List<Issue> problems = new ArrayList<>();
    private final List<Issue> notes = new ArrayList<>();
    private @Nullable Issue unreadable;
    private boolean read;

    Search(Delivery delivery, List<Part> parts) {
      this.delivery = delivery;
      this.parts = parts;
      this.probe = new HeaderProbe(ports.rows(), delivery);
    }

    Assigned assigned() {
      parts.forEach(this::give);
      unclaimed.forEach(this::without);
      if (takers.isEmpty() && problems.isEmpty()) {
        parts.forEach(part -> problems.add(none(part, List.of())));
      }
      Issue broken = unreadable;
      if (takers.isEmpty() && !read && broken != null) {
        return nowhere(RunOutcome.REFUSED, List.of(broken));
      }
      return problems.isEmpty() ? runs() : nowhere(RunOutcome.WAITING, problems);
    }

    private Assigned nowhere(RunOutcome outcome, List<Issue> issues) {
      return new Assigned.Nowhere(ports.loader(), candidates.agency(), outcome, issues);
    }

    private void give(Part part) {
      List<Claimant> all = claimants(part, Verdict.FITS, candidates());
      // The name of the file decides: others come in question only beside those that it speaks for.
      List<Mapping> silent =
          candidates().stream()
              .filter(one -> all.isEmpty() || all.stream().anyMatch(named -> named.with(one)))
              .toList();
      all.addAll(claimants(part, Verdict.SILENT, silent));
      List<Claimant> best = Claimant.best(all);
      if (best.isEmpty()) {
        unclaimed.add(part);
      } else if (Claimant.agree(best)) {
        best.forEach(claimant -> take(claimant.mapping(), part));
      } else {
        problems.add(Refusals.several(part.place(delivery.name()), best));
      }
    }

    /** Some mappings are for rows that routes hand over, and for nothing else. */
    private List<Mapping> candidates() {
      return candidates.mappings().stream()
          .filter(
              mapping ->
                  mapping.source().format() != Format.ROWS || delivery.form() == Delivery.Form.ROWS)
          .toList();
    }

    private List<Claimant> claimants(Part part, Verdict name, List<Mapping> mappings) {
      List<Claimant> all = new ArrayList<>();
      for (Mapping mapping : mappings) {
        if (part.open(mapping) && FileNamePattern.of(mapping, delivery.name()) == name) {
          look(mapping, part, name).ifPresent(all::add);
        }
      }
      return all;
    }

    private Optional<Claimant> look(Mapping mapping, Part part, Verdict name) {
      Probe seen = probe.of(mapping, part);
      if (seen instanceof Probe.Unreadable fault) {
        // Another format than the mapping asks for, no such sheet, no such headings: the file is
        // sound, it only is not the mapping's.
        boolean sound = fault.issue().rule().startsWith("source.");
        read |= sound;
        unreadable = sound ? unreadable : telling(unreadable, fault.issue());
        return Optional.empty();
      }
      read = true;
      return seen instanceof Probe.Fits fits
          ? Optional.of(new Claimant(mapping, name == Verdict.FITS, fits.fields()))
          : Optional.empty();
    }

    /** The first, but that a mapping knows no password says less than that another's is wrong. */
    private static Issue telling(@Nullable Issue first, Issue next) {
      return first == null || first.code().equals("file.password") ? next : first;
    }

    private void take(Mapping mapping, Part part) {
      takers.put(mapping.id(), mapping);
      taken.computeIfAbsent(mapping.id(), id -> new ArrayList<>()).add(part);
    }

    private void without(Part part) {
      if (!part.visible()) {
        notes.add(Refusals.hidden(part.place(delivery.name())));
        return;
      }
      Optional<Mapping> chooser =
          takers.values().stream().filter(mapping -> leavesOut(mapping, part)).findFirst();
      if (chooser.isPresent()) {
        notes.add(Refusals.leftOut(part.place(delivery.name()), chooser.get()));
        return;
      }
      Optional<List<String>> headings =
          delivery.form() == Delivery.Form.ROWS
              ? Optional.empty()
              : TableProbe.headings(grids(), delivery, part);
      if (part.sheet() != null && headings.isEmpty()) {
        notes.add(Refusals.withoutTable(part.place(delivery.name())));
        return;
      }
      List<Mapping> otherName =
          claimants(part, Verdict.OTHER, candidates()).stream().map(Claimant::mapping).toList();
      problems.add(
          otherName.isEmpty()
              ? none(part, headings.orElse(List.of()))
              : Refusals.otherName(part.place(delivery.name()), otherName));
    }

    /**
     * Whether a mapping that takes other sheets of a file of that name says which, and this one
     * does not look like another of them.
     */
    private boolean leavesOut(Mapping mapping, Part part) {
      SheetChoice choice = mapping.source().sheet();
      boolean names = choice instanceof SheetChoice.Named || choice instanceof SheetChoice.Matching;
      return names
          && part.sheet() != null
          && FileNamePattern.of(mapping, delivery.name()) == Verdict.FITS
          && !(probe.of(mapping, part) instanceof Probe.Fits);
    }

    private Issue none(Part part, List<String> headings) {
      return Refusals.none(
          part.place(delivery.name()), Nearest.of(candidates(), headings), candidates.faulty());
    }

    private Assigned runs() {
      List<Work> works = new ArrayList<>();
      takers.forEach(
          (id, mapping) -> {
            List<Part> mine = taken.getOrDefault(id, List.of());
            List<Issue> told = works.isEmpty() ? notes : List.of();
            works.add(work(mapping, mine, told));
          });
      return new Assigned.Runs(works);
    }

    /** Narrowed to its sheets, unless it would read just these anyway. */
    private Work work(Mapping mapping, List<Part> mine, List<Issue> told) {
      List<Part> own = parts.stream().filter(part -> part.ofOwnChoice(mapping)).toList();
      if (own.equals(mine)) {
        return new Work(mapping, ports.loader(), candidates.choices(), others(mapping, told));
      }
      List<String> sheets = new ArrayList<>();
      mine.forEach(part -> sheets.add(part.sheet() == null ? "" : part.sheet()));
      return new Work(Part.narrowed(mapping, sheets), ports.loader(), candidates.choices(), told);
    }

    /** The reader itself tells of hidden sheets, but where sheets are named. */
    private List<Issue> others(Mapping mapping, List<Issue> told) {
      return mapping.source().sheet() instanceof SheetChoice.Named
          ? told
          : told.stream().filter(note -> !note.code().equals("sheet.hidden")).toList();
    }
  }
}
