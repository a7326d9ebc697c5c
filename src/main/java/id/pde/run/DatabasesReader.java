package id.pde.run;

import id.pde.mapping.Secret;
import id.pde.mapping.SecretReader;
import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.MappingFolder.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the databases of an agency; where a secret is written out, its line is never shown. */
final class DatabasesReader {

  static final List<String> DATABASE_KEYS = List.of("url", "user", "password");

  /** A password in a JDBC URL: a parameter, {@code user:password@host}, Oracle's user/password. */
  private static final Pattern URL_SECRET =
      Pattern.compile(
          "(?i)[?&;:](pass|password|passwd|pwd|secret|token|accesstoken|sslpassword|trustStorePassword)\\s*="
              + "|//[^/@?]*:[^/@?]+@|thin:[^/@]+/[^@]+@");

  private final Faults faults;
  private final AgencyNodes nodes;
  private final SecretReader secrets;

  DatabasesReader(Faults faults) {
    this.faults = faults;
    this.nodes = new AgencyNodes(faults);
    this.secrets = new SecretReader(faults);
  }

  Map<String, Database> read(Entries keys, String id) {
    Map<String, Database> databases = new LinkedHashMap<>();
    YamlNode written = keys.value("databases");
    String path = id + ".databases";
    Entries entries = written == null ? null : nodes.entries(written, path, "simpasar: {url: ...}");
    if (entries == null) {
      return databases;
    }
    for (Entry entry : entries.entries()) {
      Entries database = nodes.entries(entry.value(), path + "." + entry.name(), "url: ...");
      if (database != null) {
        databases.put(entry.name(), database(entry, database, path + "." + entry.name()));
      }
    }
    return databases;
  }

  private Database database(Entry entry, Entries keys, String path) {
    nodes.refuseUnknown(keys, path, DATABASE_KEYS);
    YamlNode url = keys.value("url");
    String text = url == null ? null : nodes.text(keys, "url", path);
    if (url == null) {
      faults.add(
          "database.url",
          entry.key().place(),
          new Advice(
              path + ".url",
              new Text("url tidak ada", "url is missing"),
              new Text("tulis url: \"jdbc:...\"", "write url: \"jdbc:...\"")));
    } else if (text != null && URL_SECRET.matcher(text).find()) {
      secrets.literal(
          url, path + ".url", new Text("kata sandi di dalam url", "a password inside the url"));
    } else if (text != null && !text.startsWith("jdbc:")) {
      faults.add(
          "database.url",
          url.place(),
          new Advice(
              path + ".url",
              new Text("url tidak dimulai dengan jdbc:", "the url does not begin with jdbc:"),
              new Text("tulis url: \"jdbc:...\"", "write url: \"jdbc:...\"")));
    }
    return new Database(
        text == null ? "" : text,
        secret(keys, "user", path),
        secret(keys, "password", path),
        entry.key().place());
  }

  private @Nullable Secret secret(Entries keys, String key, String path) {
    YamlNode written = keys.value(key);
    if (written == null) {
      return null;
    }
    return secrets.read(
        written,
        path + "." + key,
        new Text(key + " ditulis langsung di sini", key + " is written out here"));
  }
}
