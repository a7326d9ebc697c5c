package id.pde.run;

import id.pde.mapping.Names;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import id.pde.model.Issue.Advice;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.MappingFolder.Agency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code agencies.yaml}. */
final class AgenciesReader {

  static final List<String> AGENCY_KEYS =
      List.of("name", "contact", "language", "walidata", "databases");

  /** Province, or regency and city: 35, 35.74. */
  private static final Pattern REGION = Pattern.compile("\\d{2}(\\.\\d{2})?");

  /** Folders of {@code mappings/} that hold something else. */
  static final Set<String> RESERVED = Set.of("codes", "panels");

  private final Faults faults;
  private final AgencyNodes nodes;
  private final DatabasesReader databases;

  private @Nullable String walidata;

  AgenciesReader(Faults faults) {
    this.faults = faults;
    this.nodes = new AgencyNodes(faults);
    this.databases = new DatabasesReader(faults);
  }

  /** The agencies without fault, by id. */
  Map<String, Agency> read(MappingFile file) {
    Map<String, Agency> agencies = new LinkedHashMap<>();
    YamlNode tree = YamlReader.read(file.shown(), file.content(), faults);
    Entries entries = tree == null ? null : nodes.entries(tree, "", "disdukcapil: {name: ...}");
    if (entries == null) {
      return agencies;
    }
    for (Entry entry : entries.entries()) {
      agencies.put(entry.name(), agency(entry));
    }
    return agencies;
  }

  private Agency agency(Entry entry) {
    String id = entry.name();
    if (!Names.fitsId(id) || RESERVED.contains(id)) {
      faults.add(
          "agency.id",
          entry.key().place(),
          new Advice(
              id,
              new Text(
                  entry.key().shown() + " tidak dapat menjadi nama dinas",
                  entry.key().shown() + " cannot be the id of an agency"),
              new Text(
                  "huruf kecil a-z, angka, _ dan -; bukan codes atau panels",
                  "small letters a-z, digits, _ and -; not codes or panels")));
    }
    Entries keys = nodes.entries(entry.value(), id, "name: ...");
    if (keys == null) {
      return Agency.named(id);
    }
    nodes.refuseUnknown(keys, id, AGENCY_KEYS);
    String name = nodes.text(keys, "name", id);
    if (keys.value("name") == null) {
      faults.add(
          "agency.name",
          entry.key().place(),
          new Advice(
              id + ".name",
              new Text(
                  "dinas " + entry.key().shown() + " tidak punya name",
                  "agency " + entry.key().shown() + " has no name"),
              new Text("tulis name: nama lengkap dinas", "write name: full name of the agency")));
    }
    return new Agency(
        id,
        name == null ? id : name,
        nodes.text(keys, "contact", id),
        language(keys, id),
        databases.read(keys, id),
        region(keys, id));
  }

  private @Nullable String region(Entries keys, String id) {
    YamlNode written = keys.value("walidata");
    if (written == null) {
      return null;
    }
    String code = written instanceof Scalar scalar ? scalar.text() : "";
    if (!REGION.matcher(code).matches()) {
      faults.add(
          "agency.walidata",
          written.place(),
          new Advice(
              id + ".walidata",
              new Text(
                  written.shown() + " bukan kode wilayah Kemendagri",
                  written.shown() + " is no code of Kemendagri for a region"),
              new Text("tulis walidata: \"35.74\"", "write walidata: \"35.74\"")));
      return null;
    }
    if (walidata != null) {
      faults.add(
          "agency.walidata",
          written.place(),
          new Advice(
              id + ".walidata",
              new Text(
                  "walidata sudah disebut di " + walidata,
                  "the walidata is " + walidata + " already"),
              new Text("sisakan pada satu dinas", "leave it with one agency")));
      return null;
    }
    walidata = id;
    return code;
  }

  private Language language(Entries keys, String id) {
    YamlNode written = keys.value("language");
    if (written == null) {
      return Language.ID;
    }
    String word = written instanceof Scalar scalar ? scalar.text() : "";
    if (!word.equals("id") && !word.equals("en")) {
      faults.add(
          "agency.language",
          written.place(),
          new Advice(
              id + ".language",
              new Text(
                  written.shown() + " bukan bahasa yang dikenal",
                  written.shown() + " is not a known language"),
              new Text("tulis id atau en", "write id or en")));
    }
    return word.equals("en") ? Language.EN : Language.ID;
  }
}
