package id.pde.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that the Grafana board and the alert rules ask for. */
public final class Monitoring {

  private static final Pattern NAME =
      Pattern.compile("\\b((?:pde|jvm|process|http_server)_[a-z_]+[a-z])\\b");

  private Monitoring() {}

  /** Their names; {@code up} is of Prometheus itself. */
  public static Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String file : List.of("grafana.json", "alerts.yaml")) {
      Matcher name = NAME.matcher(Files.readString(Path.of("src/docs/monitoring", file)));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
