package id.pde.app;

import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.nio.file.Path;
import java.util.Set;

/** What is wrong with a connection before anybody is asked. */
final class SourceFaults {

  private SourceFaults() {}

  static Issue unknown(String name, Set<String> known) {
    return issue(
        "source.unknown",
        name,
        new Text(
            "basis data " + name + " tidak ada di mappings/agencies.yaml",
            "there is no database " + name + " in mappings/agencies.yaml"),
        Suggestion.fix(name, known));
  }

  static Issue secret(String name, Text fault) {
    return issue("source.secret", name, fault, FIX);
  }

  static final Text FIX =
      new Text(
          "lengkapi rahasia itu, lalu coba: pde source test NAMA",
          "complete that secret, then try: pde source test NAME");

  static Issue driver(String name, String url, Path folder) {
    return issue("source.driver", name, noDriver(url), driverFix(folder));
  }

  /** What a URL needs; of it only the kind of database is shown. */
  static Text noDriver(String url) {
    String kind = kind(url);
    return new Text(
        "tidak ada driver JDBC untuk jdbc:" + kind + ":",
        "there is no JDBC driver for jdbc:" + kind + ":");
  }

  static Text driverFix(Path folder) {
    return new Text(
        "salin berkas jar driver itu ke " + folder + ", lalu jalankan PDE lagi",
        "copy the jar of that driver into " + folder + ", then start PDE again");
  }

  private static String kind(String url) {
    String[] parts = url.split(":", -1);
    return parts.length > 1 && parts[1].matches("[a-z0-9]{1,32}") ? parts[1] : "?";
  }

  private static Issue issue(String code, String name, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole(name),
        new Issue.Advice("mappings/agencies.yaml", message, fix));
  }
}
