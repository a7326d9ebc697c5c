package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingFile.Wanted;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.MappingMemory.Known;
import id.pde.run.MappingMemory.ReadAgencies;
import id.pde.run.MappingMemory.ReadList;
import id.pde.run.MappingMemory.ReadMapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files of a deployment. Every call tells what lies there now, and reads again only
 * what changed; what is wrong with a file is a fault, never an exception. Safe for use by several
 * threads.
 */
public final class MappingFiles {

  private static final int MAPPING_BYTES = 1_000_000;

  private final MappingTree tree;
  private final CodeListReader reader;
  private final CodeListFiles codeLists;
  private final MappingMemory memory;

  /**
   * @param root the folder {@code mappings/}
   */
  public MappingFiles(Path root, CodeListReader codeLists) {
    this.tree = new MappingTree(root);
    this.reader = codeLists;
    this.codeLists = new CodeListFiles(tree, codeLists);
    this.memory = new MappingMemory(tree.root());
  }

  /**
   * One mapping with all that it needs.
   *
   * @param mapping null where there is a fault that is more than a warning
   * @param codes the lists that the mapping uses
   */
  public record Found(
      @Nullable Mapping mapping, @Nullable Agency agency, CodeLists codes, List<Issue> faults) {
    public Found {
      faults = List.copyOf(faults);
    }
  }

  /** The folder {@code mappings/}. */
  public Path root() {
    return tree.root();
  }

  /** What reads the code lists. */
  CodeListReader reader() {
    return reader;
  }

  /** Whether {@link #find} has a file to read. */
  public boolean exists(String id) {
    return tree.mappings(new Faults()).containsKey(id);
  }

  /** The id of the mapping that lies in a file, or null where none can lie there. */
  public @Nullable String idOf(Path file) {
    return tree.idOf(file);
  }

  /**
   * The text of a file as faults name it ({@code mappings/dkupp/harga.yaml}), for showing a line.
   */
  public @Nullable String content(String shown) {
    Path file = tree.fileOf(shown);
    MappingFile read =
        file == null
            ? null
            : MappingFile.read(file, new Wanted(shown, MAPPING_BYTES), new Faults());
    return read == null ? null : read.content();
  }

  /** All that lies there. */
  public MappingFolder read() {
    Known known = memory.now();
    return known.folder(() -> read(known));
  }

  /**
   * As {@link #read()}, as it was a moment ago: whoever asks for every file of many need not have
   * all looked at each time.
   */
  public MappingFolder readLately() {
    Known known = memory.lately();
    return known.folder(() -> read(known));
  }

  private MappingFolder read(Known known) {
    List<Issue> faults = new ArrayList<>();
    Faults inTree = new Faults();
    Map<String, Path> files = tree.mappings(inTree);
    Map<String, Path> listFiles = tree.codeLists(inTree);
    Map<String, Agency> agencies = agencies(known, faults);
    Map<String, CodeList> lists = new HashMap<>();
    listFiles.forEach((name, file) -> list(known, name, file, lists, faults));
    Vocabulary vocabulary = new Vocabulary(listFiles.keySet(), agencies.keySet());
    Map<String, Mapping> mappings = new TreeMap<>();
    files.forEach(
        (id, file) -> {
          Mapping mapping = mapping(known, file, vocabulary, faults);
          if (mapping != null) {
            mappings.put(id, mapping);
          }
        });
    CodeLists codes = new CodeLists(lists);
    mappings
        .values()
        .removeIf(
            mapping -> {
              List<Issue> wrong = CodeUses.faults(mapping, codes);
              faults.addAll(wrong);
              return !wrong.isEmpty();
            });
    faults.addAll(inTree.issues());
    mappings
        .values()
        .removeIf(
            mapping -> {
              Issue former = MappingConflicts.formerStillThere(mapping, files.keySet());
              if (former != null) {
                faults.add(former);
              }
              return former != null;
            });
    MappingConflicts.refuseSharedTables(mappings, faults);
    MappingConflicts.nameUnknownSharers(mappings, files.keySet(), faults);
    return new MappingFolder(mappings, codes, agencies, faults);
  }

  /** One mapping and only what it needs. */
  public Found find(String id) {
    Known known = memory.now();
    return known.found(id, () -> find(known, id));
  }

  private Found find(Known known, String id) {
    List<Issue> faults = new ArrayList<>();
    Faults inTree = new Faults();
    Path file = tree.mappings(inTree).get(id);
    if (file == null) {
      faults.add(unknown(id));
      String start = tree.shown(tree.root()) + "/" + id + ".";
      inTree.issues().stream()
          .filter(fault -> fault.location().shown().startsWith(start))
          .forEach(faults::add);
      return new Found(null, null, CodeLists.NONE, faults);
    }
    Map<String, Path> listFiles = tree.codeLists(inTree);
    Map<String, Agency> agencies = agencies(known, faults);
    Vocabulary vocabulary = new Vocabulary(listFiles.keySet(), agencies.keySet());
    Mapping mapping = mapping(known, file, vocabulary, faults);
    Issue former =
        mapping == null
            ? null
            : MappingConflicts.formerStillThere(mapping, tree.mappings(new Faults()).keySet());
    if (former != null) {
      faults.add(former);
    }
    CodeLists codes = mapping == null ? CodeLists.NONE : lists(known, mapping, listFiles, faults);
    boolean usable = faults.stream().allMatch(fault -> fault.severity() == Severity.WARN);
    String agency = id.substring(0, Math.max(0, id.indexOf('/')));
    return new Found(usable ? mapping : null, agencies.get(agency), codes, faults);
  }

  /** A mapping as it was when a run used it, with the code lists as they are now. */
  public Found kept(MappingText text) {
    Known known = memory.now();
    Map<String, Path> listFiles = tree.codeLists(new Faults());
    Map<String, Agency> agencies = agencies();
    Vocabulary vocabulary = new Vocabulary(listFiles.keySet(), agencies.keySet());
    MappingReader.Checked checked = MappingReader.read(text, vocabulary);
    List<Issue> faults = new ArrayList<>(checked.faults());
    Mapping mapping = checked.mapping();
    CodeLists codes = mapping == null ? CodeLists.NONE : lists(known, mapping, listFiles, faults);
    boolean usable = faults.stream().allMatch(fault -> fault.severity() == Severity.WARN);
    return new Found(usable ? mapping : null, null, codes, faults);
  }

  /** The code lists of a mapping; what is wrong with them or with its use of them is a fault. */
  private CodeLists lists(
      Known known, Mapping mapping, Map<String, Path> listFiles, List<Issue> faults) {
    Map<String, CodeList> lists = new HashMap<>();
    for (ColumnSpec column : mapping.columns()) {
      String name = column.type().codeList();
      Path list = name == null || lists.containsKey(name) ? null : listFiles.get(name);
      if (name != null && list != null) {
        list(known, name, list, lists, faults);
      }
    }
    CodeLists codes = new CodeLists(lists);
    faults.addAll(CodeUses.faults(mapping, codes));
    return codes;
  }

  private Issue unknown(String id) {
    String shown = Quoted.of(id);
    Map<String, Path> known = tree.mappings(new Faults());
    return Issue.of(
        "mapping.unknown",
        Severity.REFUSE,
        new FilePlace(tree.shown(tree.root()), 1, 1),
        new Advice(
            "",
            new Text("tidak ada pemetaan " + shown, "there is no mapping " + shown),
            Suggestion.fix(id, known.keySet())));
  }

  /**
   * What a mapping file is that lies outside this folder.
   *
   * @param content null: not a text that could be read
   */
  public record Loose(@Nullable String content, List<Issue> faults) {
    public Loose {
      faults = List.copyOf(faults);
    }
  }

  /** Checks a mapping file outside this folder against the code lists and agencies in it. */
  public Loose loose(Path file) {
    LooseRead read = looseRead(file);
    return new Loose(read.content(), read.faults());
  }

  /** One mapping outside this folder, to try it before it has its place. */
  public Found tried(Path file) {
    LooseRead read = looseRead(file);
    boolean usable = read.faults().stream().allMatch(fault -> fault.severity() == Severity.WARN);
    return new Found(usable ? read.mapping() : null, null, read.codes(), read.faults());
  }

  /**
   * What a mapping would be, were this the file in its place: alone, and beside the others.
   *
   * @param here the others
   * @param id a name that an agency's dataset may have
   * @param draft the file with the text
   */
  public Found drafted(MappingFolder here, String id, Path draft) {
    Faults reading = new Faults();
    String shown = tree.shown(tree.root()) + "/" + id + ".yaml";
    MappingFile read = MappingFile.read(draft, new Wanted(shown, MAPPING_BYTES), reading);
    List<Issue> faults = new ArrayList<>(reading.issues());
    Mapping mapping = null;
    if (read != null) {
      Vocabulary vocabulary =
          new Vocabulary(here.codes().lists().keySet(), here.agencies().keySet());
      MappingReader.Checked checked =
          MappingReader.read(new MappingText(shown, read.content(), read.sha256()), vocabulary);
      mapping = checked.mapping();
      faults.addAll(checked.faults());
    }
    if (mapping != null) {
      faults.addAll(CodeUses.faults(mapping, here.codes()));
      Set<String> ids = new HashSet<>(tree.mappings(new Faults()).keySet());
      ids.add(id);
      faults.addAll(MappingConflicts.beside(mapping, here.mappings(), ids));
    }
    boolean usable = faults.stream().allMatch(fault -> fault.severity() == Severity.WARN);
    Agency agency = here.agencies().get(id.substring(0, id.indexOf('/')));
    return new Found(usable ? mapping : null, agency, here.codes(), faults);
  }

  private record LooseRead(
      @Nullable String content, @Nullable Mapping mapping, CodeLists codes, List<Issue> faults) {}

  private LooseRead looseRead(Path file) {
    MappingFolder here = read();
    Faults reading = new Faults();
    MappingFile read = MappingFile.read(file, new Wanted(file.toString(), MAPPING_BYTES), reading);
    if (read == null) {
      return new LooseRead(null, null, CodeLists.NONE, reading.issues());
    }
    Path folder = file.toAbsolutePath().normalize().getParent();
    String name =
        folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    Set<String> agencies = new HashSet<>(here.agencies().keySet());
    List<Issue> faults = new ArrayList<>();
    if (agencies.add(name)) {
      faults.add(outside(file));
    }
    Vocabulary vocabulary = new Vocabulary(here.codes().lists().keySet(), agencies);
    MappingText text = new MappingText(read.shown(), read.content(), read.sha256());
    MappingReader.Checked checked = MappingReader.read(text, vocabulary);
    faults.addAll(checked.faults());
    if (checked.mapping() != null) {
      faults.addAll(CodeUses.faults(checked.mapping(), here.codes()));
    }
    return new LooseRead(read.content(), checked.mapping(), here.codes(), faults);
  }

  /** Its folder is no agency: that is no fault of a file that is only tried. */
  private Issue outside(Path file) {
    String root = tree.shown(tree.root());
    return Issue.of(
        "mapping.outside",
        Severity.WARN,
        new FilePlace(file.toString(), 1, 1),
        new Advice(
            "agency",
            new Text(
                "berkas ini di luar " + root + "/; dinasnya tidak dapat diperiksa",
                "this file lies outside of " + root + "/; its agency cannot be checked"),
            new Text(
                "untuk memuat, simpan sebagai " + root + "/<dinas>/<data>.yaml",
                "to load with it, save it as " + root + "/<agency>/<dataset>.yaml")));
  }

  /** The agencies that have no fault, by id. */
  public Map<String, Agency> agencies() {
    return agencies(memory.now(), new ArrayList<>());
  }

  /** As {@link #agencies()}, as they were a moment ago. */
  public Map<String, Agency> recentAgencies() {
    return agencies(memory.lately(), new ArrayList<>());
  }

  private Map<String, Agency> agencies(Known known, List<Issue> faults) {
    ReadAgencies read = known.agencies(this::readAgencies);
    faults.addAll(read.faults());
    return read.agencies();
  }

  private ReadAgencies readAgencies() {
    Faults here = new Faults();
    Path file = tree.root().resolve("agencies.yaml");
    MappingFile read = MappingFile.read(file, new Wanted(tree.shown(file), MAPPING_BYTES), here);
    Map<String, Agency> agencies = read == null ? Map.of() : new AgenciesReader(here).read(read);
    return new ReadAgencies(agencies, here.issues());
  }

  private void list(
      Known known, String name, Path file, Map<String, CodeList> lists, List<Issue> faults) {
    ReadList read = known.list(file, () -> codeLists.read(name, file));
    faults.addAll(read.faults());
    if (read.list() != null) {
      lists.put(name, read.list());
    }
  }

  private @Nullable Mapping mapping(
      Known known, Path file, Vocabulary vocabulary, List<Issue> faults) {
    ReadMapping read = known.mapping(file, () -> readMapping(file, vocabulary));
    faults.addAll(read.faults());
    return read.mapping();
  }

  private ReadMapping readMapping(Path file, Vocabulary vocabulary) {
    Faults here = new Faults();
    MappingFile read = MappingFile.read(file, new Wanted(tree.shown(file), MAPPING_BYTES), here);
    List<Issue> faults = new ArrayList<>(here.issues());
    if (read == null) {
      return new ReadMapping(null, faults);
    }
    MappingReader.Checked checked =
        MappingReader.read(
            new MappingText(read.shown(), read.content(), read.sha256()), vocabulary);
    faults.addAll(checked.faults());
    return new ReadMapping(checked.mapping(), faults);
  }
}
