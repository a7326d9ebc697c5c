package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a mapping out of the text of its file, or says everything that is wrong with it. */
public final class MappingReader {

  private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Jakarta");

  private static final Map<String, String> ZONES =
      Map.of("wib", "Asia/Jakarta", "wita", "Asia/Makassar", "wit", "Asia/Jayapura");

  private final MappingText text;
  private final Vocabulary vocabulary;
  private final Faults faults = new Faults();
  private final String agency;
  private final String dataset;

  private MappingReader(MappingText text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    String[] path = text.file().split("/", -1);
    this.agency = path.length < 2 ? "" : path[path.length - 2];
    this.dataset = path[path.length - 1].replaceFirst("\\.[^.]*$", "");
  }

  /**
   * What came of a file.
   *
   * @param mapping null where there is a fault
   * @param faults in the order of the file
   */
  public record Checked(@Nullable Mapping mapping, List<Issue> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  /** Reads a file that lies at {@code .../<agency>/<dataset>.yaml}. Never throws. */
  public static Checked read(MappingText text, Vocabulary vocabulary) {
    MappingReader reader = new MappingReader(text, vocabulary);
    Mapping mapping = reader.read();
    List<Issue> faults = reader.faults.issues();
    return new Checked(faults.isEmpty() ? mapping : null, faults);
  }

  private @Nullable Mapping read() {
    YamlNode tree = YamlReader.read(text.file(), text.content(), faults);
    if (tree == null) {
      return null;
    }
    Block top = Block.of(tree, Level.TOP, new Spot("", faults));
    if (!(tree instanceof Entries)) {
      return null;
    }
    checkAgency(top);
    describe(top);
    Block sourceBlock = top.block("source", Level.SOURCE);
    SourceSpec source = SourceReader.read(sourceBlock);
    ColumnsReader columns = new ColumnsReader(top, new TypeReader(vocabulary.codeLists()));
    List<ColumnSpec> specs = columns.read();
    Block targetBlock = target(top);
    TargetSpec target = TargetReader.read(targetBlock, columns.names());
    columns.checkKey(target);
    TargetTerms.checkNewest(targetBlock, target, specs);
    source = new WatermarkReader(sourceBlock, target, specs).read(source);
    if (source.layouts().isEmpty() && source.table().header() instanceof HeaderSpec.None none) {
      List<String> fields = new ArrayList<>(none.fields());
      fields.addAll(source.table().made());
      columns.checkFields(specs, fields);
    }
    @Nullable PeriodSpec period = PeriodReader.read(top, columns.names());
    columns.checkPeriod(period);
    ZoneId zone = zone(top);
    RecordRules records = columns.records(specs, zone, period, targetBlock);
    DeliveryCheckColumns checked = new DeliveryCheckColumns(specs, columns.names(), records);
    Text title = top.text("title");
    return new Mapping(
        agency + "/" + dataset,
        agency,
        title == null ? Text.same(dataset) : title,
        top.text("description"),
        zone,
        source,
        period,
        SharedSheets.read(top, agency + "/" + dataset),
        target.with(new FormerReader(top, columns.blocks()).read(agency + "/" + dataset, target)),
        specs,
        records,
        new DeliveryCheckReader(top, source, checked).read(),
        ToleranceReader.tolerance(top.block("tolerance", Level.TOLERANCE)),
        ToleranceReader.drift(top.block("drift", Level.DRIFT)),
        text);
  }

  /** Keys that only describe are looked at for their names, and kept in the text. */
  private void describe(Block top) {
    top.block("privacy", Level.PRIVACY);
    ExpectedFaults.check(top.block("expected", Level.EXPECTED));
  }

  /** The block; where it is absent or no block, one whose faults nobody hears. */
  private static Block target(Block top) {
    if (top.node("target") instanceof Entries) {
      return top.block("target", Level.TARGET);
    }
    if (top.has("target")) {
      top.block("target", Level.TARGET);
    } else if (top.lacks("target")) {
      top.fault(
          "mapping.missing",
          new Where("target", top.place()),
          new Text("target tidak ada", "target is missing"),
          new Text("tulis target: {table: nama_tabel}", "write target: {table: name_of_table}"));
    }
    return Block.absent("target", top.place(), new Faults());
  }

  private void checkAgency(Block top) {
    FilePlace start = new FilePlace(text.file(), 1, 1);
    for (String name : new LinkedHashSet<>(List.of(agency, dataset))) {
      if (!Names.fitsId(name)) {
        String shown = shown(name);
        top.fault(
            "mapping.id",
            new Where("", start),
            new Text(
                shown + " bukan nama folder atau berkas pemetaan",
                shown + " is not a name for a folder or file of mappings"),
            new Text(
                "huruf kecil a-z, angka, _ dan -: mappings/<dinas>/<data>.yaml",
                "small letters a-z, digits, _ and -: mappings/<agency>/<dataset>.yaml"));
      }
    }
    Scalar written = top.scalar("agency");
    if (written != null && !written.text().equals(agency)) {
      top.fault(
          "mapping.agency",
          new Where("agency", written.place()),
          new Text(
              written.shown() + " bukan nama foldernya, " + shown(agency),
              written.shown() + " is not its folder, " + shown(agency)),
          new Text(
              "tulis agency: " + agency + ", atau pindahkan berkas ini",
              "write agency: " + agency + ", or move this file"));
    } else if (!vocabulary.agencies().contains(agency)) {
      top.fault(
          "mapping.agency",
          new Where("agency", written == null ? start : written.place()),
          new Text(
              shown(agency) + " tidak ada di agencies.yaml",
              shown(agency) + " is not in agencies.yaml"),
          agencyFix());
    }
  }

  private Text agencyFix() {
    Text add =
        new Text(
            "tambahkan ke agencies.yaml: " + agency + ": {name: ...}",
            "add it to agencies.yaml: " + agency + ": {name: ...}");
    return Suggestion.of(agency, vocabulary.agencies()).isPresent()
        ? Suggestion.fix(agency, vocabulary.agencies())
        : add;
  }

  private static String shown(String name) {
    return Quoted.of(name);
  }

  private static ZoneId zone(Block top) {
    Scalar written = top.scalar("zone");
    if (written == null) {
      return DEFAULT_ZONE;
    }
    String known = ZONES.get(written.text().toLowerCase(Locale.ROOT));
    if (known == null) {
      try {
        return ZoneId.of(written.text());
      } catch (DateTimeException notAZone) {
        // Said below.
      }
    }
    Set<String> zones = ZoneId.getAvailableZoneIds();
    Text usual =
        new Text(
            "yang lazim: Asia/Jakarta, Asia/Makassar, Asia/Jayapura",
            "usual are: Asia/Jakarta, Asia/Makassar, Asia/Jayapura");
    boolean close = Suggestion.of(written.text(), zones).isPresent();
    Text fix = known != null ? Suggestion.fix(known, Set.of(known)) : usual;
    top.fault(
        "mapping.zone",
        new Where("zone", written.place()),
        new Text(written.shown() + " bukan zona waktu", written.shown() + " is not a time zone"),
        known == null && close ? Suggestion.fix(written.text(), zones) : fix);
    return DEFAULT_ZONE;
  }
}
