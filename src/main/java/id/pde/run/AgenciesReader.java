package id.pde.run;

import id.pde.mapping.Names;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.mapping.yaml.YamlReader;
import id.pde.model.Issue.Advice;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.MappingFolder.Database;
import id.pde.run.MappingFolder.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code agencies.yaml}. */
final class AgenciesReader {

  static final List<String> AGENCY_KEYS = List.of("name", "contact", "language", "databases");
  static final List<String> DATABASE_KEYS = List.of("url", "user", "password");
  static final List<String> SECRET_KEYS = List.of("env", "file");

  /** Folders of {@code mappings/} that hold something else. */
  static final Set<String> RESERVED = Set.of("codes", "panels");

  private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  /** A password in a JDBC URL: a parameter, {@code user:password@host}, Oracle's user/password. */
  private static final Pattern URL_SECRET =
      Pattern.compile(
          "(?i)[?&;:](pass|password|passwd|pwd|secret|token|accesstoken|sslpassword|trustStorePassword)\\s*="
              + "|//[^/@?]*:[^/@?]+@|thin:[^/@]+/[^@]+@");

  private final Faults faults;

  AgenciesReader(Faults faults) {
    this.faults = faults;
  }

  /** The agencies without fault, by id. */
  Map<String, Agency> read(MappingFile file) {
    Map<String, Agency> agencies = new LinkedHashMap<>();
    YamlNode tree = YamlReader.read(file.shown(), file.content(), faults);
    Entries entries = tree == null ? null : entries(tree, "", "disdukcapil: {name: ...}");
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
      fault(
          "agency.id",
          entry.key(),
          id,
          new Text(
              entry.key().shown() + " tidak dapat menjadi nama dinas",
              entry.key().shown() + " cannot be the id of an agency"),
          new Text(
              "huruf kecil a-z, angka, _ dan -; bukan codes atau panels",
              "small letters a-z, digits, _ and -; not codes or panels"));
    }
    Entries keys = entries(entry.value(), id, "name: ...");
    if (keys == null) {
      return new Agency(id, id, null, Language.ID, Map.of());
    }
    refuseUnknown(keys, id, AGENCY_KEYS);
    String name = text(keys, "name", id);
    if (keys.value("name") == null) {
      fault(
          "agency.name",
          entry.key(),
          id + ".name",
          new Text(
              "dinas " + entry.key().shown() + " tidak punya name",
              "agency " + entry.key().shown() + " has no name"),
          new Text("tulis name: nama lengkap dinas", "write name: full name of the agency"));
    }
    return new Agency(
        id,
        name == null ? id : name,
        text(keys, "contact", id),
        language(keys, id),
        databases(keys, id));
  }

  private Language language(Entries keys, String id) {
    YamlNode written = keys.value("language");
    if (written == null) {
      return Language.ID;
    }
    String word = written instanceof Scalar scalar ? scalar.text() : "";
    if (!word.equals("id") && !word.equals("en")) {
      fault(
          "agency.language",
          written,
          id + ".language",
          new Text(
              written.shown() + " bukan bahasa yang dikenal",
              written.shown() + " is not a known language"),
          new Text("tulis id atau en", "write id or en"));
    }
    return word.equals("en") ? Language.EN : Language.ID;
  }

  private Map<String, Database> databases(Entries keys, String id) {
    Map<String, Database> databases = new LinkedHashMap<>();
    YamlNode written = keys.value("databases");
    String path = id + ".databases";
    Entries entries = written == null ? null : entries(written, path, "simpasar: {url: ...}");
    if (entries == null) {
      return databases;
    }
    for (Entry entry : entries.entries()) {
      Entries database = entries(entry.value(), path + "." + entry.name(), "url: ...");
      if (database != null) {
        databases.put(entry.name(), database(entry, database, path + "." + entry.name()));
      }
    }
    return databases;
  }

  private Database database(Entry entry, Entries keys, String path) {
    refuseUnknown(keys, path, DATABASE_KEYS);
    YamlNode url = keys.value("url");
    String text = url == null ? null : text(keys, "url", path);
    if (url == null) {
      fault(
          "database.url",
          entry.key(),
          path + ".url",
          new Text("url tidak ada", "url is missing"),
          new Text("tulis url: \"jdbc:...\"", "write url: \"jdbc:...\""));
    } else if (text != null && URL_SECRET.matcher(text).find()) {
      literal(url, path + ".url", new Text("kata sandi di dalam url", "a password inside the url"));
    } else if (text != null && !text.startsWith("jdbc:")) {
      fault(
          "database.url",
          url,
          path + ".url",
          new Text("url tidak dimulai dengan jdbc:", "the url does not begin with jdbc:"),
          new Text("tulis url: \"jdbc:...\"", "write url: \"jdbc:...\""));
    }
    return new Database(
        text == null ? "" : text, secret(keys, "user", path), secret(keys, "password", path));
  }

  private @Nullable Secret secret(Entries keys, String key, String path) {
    YamlNode written = keys.value(key);
    if (written == null) {
      return null;
    }
    String place = path + "." + key;
    if (!(written instanceof Entries entries)) {
      literal(
          written,
          place,
          new Text(key + " ditulis langsung di sini", key + " is written out here"));
      return null;
    }
    if (entries.entries().size() != 1 || !SECRET_KEYS.contains(entries.entries().get(0).name())) {
      secretFault(written, place);
      return null;
    }
    Entry entry = entries.entries().get(0);
    String name = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    boolean environment = entry.name().equals("env");
    if (!(environment ? ENVIRONMENT : FILE).matcher(name).matches()) {
      secretFault(entry.value(), place);
      return null;
    }
    return environment ? new Secret.InEnvironment(name) : new Secret.InFile(name);
  }

  private void literal(YamlNode at, String path, Text message) {
    faults.addClosed(
        "secret.literal",
        at.place(),
        new Advice(
            path,
            message,
            new Text(
                "pindahkan ke rahasia: {env: NAMA} atau {file: nama} di secrets/, lalu ganti kata sandinya",
                "move it to a secret: {env: NAME} or {file: name} in secrets/, then change the password")));
  }

  private void secretFault(YamlNode at, String path) {
    faults.addClosed(
        "secret.form",
        at.place(),
        new Advice(
            path,
            new Text("bukan rujukan ke rahasia", "not a reference to a secret"),
            new Text(
                "tulis {env: NAMA} atau {file: nama}, satu saja",
                "write {env: NAME} or {file: name}, one of them")));
  }

  private @Nullable String text(Entries keys, String key, String path) {
    YamlNode written = keys.value(key);
    if (written == null) {
      return null;
    }
    if (written instanceof Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    fault(
        "agency.text",
        written,
        path + "." + key,
        new Text(key + " harus berupa teks", key + " has to be a text"),
        new Text("tulis " + key + ": teks", "write " + key + ": text"));
    return null;
  }

  private @Nullable Entries entries(YamlNode node, String path, String example) {
    if (node instanceof Entries entries) {
      return entries;
    }
    fault(
        "agency.shape",
        node,
        path,
        new Text("di sini perlu nama: nilai", "name: value is needed here"),
        new Text("tulis " + example, "write " + example));
    return null;
  }

  private void refuseUnknown(Entries keys, String path, List<String> known) {
    for (Entry entry : keys.entries()) {
      if (!known.contains(entry.name())) {
        fault(
            "mapping.key",
            entry.key(),
            path + "." + entry.name(),
            new Text(
                entry.key().shown() + " tidak dikenal di sini",
                entry.key().shown() + " is not known here"),
            Suggestion.fix(entry.name(), known));
      }
    }
  }

  private void fault(String code, YamlNode at, String path, Text message, Text fix) {
    faults.add(code, at.place(), new Advice(path, message, fix));
  }
}
