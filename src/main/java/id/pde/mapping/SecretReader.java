package id.pde.mapping;

import id.pde.mapping.yaml.Faults;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reference to a secret. What stands in its place may be the secret itself: no fault shows
 * any of it.
 */
public final class SecretReader {

  public static final List<String> KEYS = List.of("env", "file");

  private static final Pattern ENVIRONMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Faults faults;

  public SecretReader(Faults faults) {
    this.faults = faults;
  }

  /** The secret in the file of that name; empty where it is no name of such a file. */
  public static Optional<Secret> inFile(String name) {
    return FILE.matcher(name).matches() ? Optional.of(new Secret.InFile(name)) : Optional.empty();
  }

  /**
   * The reference; null after a fault.
   *
   * @param path of the key, for faults
   * @param what the message where the secret is written out
   */
  public @Nullable Secret read(YamlNode written, String path, Text what) {
    if (!(written instanceof Entries entries)) {
      literal(written, path, what);
      return null;
    }
    if (entries.entries().size() != 1 || !KEYS.contains(entries.entries().get(0).name())) {
      form(written, path);
      return null;
    }
    Entry entry = entries.entries().get(0);
    String name = entry.value() instanceof Scalar scalar ? scalar.text() : "";
    boolean environment = entry.name().equals("env");
    if (!(environment ? ENVIRONMENT : FILE).matcher(name).matches()) {
      form(entry.value(), path);
      return null;
    }
    return environment ? new Secret.InEnvironment(name) : new Secret.InFile(name);
  }

  /** A secret that is written out. */
  public void literal(YamlNode at, String path, Text what) {
    faults.addClosed(
        "secret.literal",
        at.place(),
        new Advice(
            path,
            what,
            new Text(
                "pindahkan ke rahasia: {env: NAMA} atau {file: nama} di secrets/, lalu ganti kata sandinya",
                "move it to a secret: {env: NAME} or {file: name} in secrets/, then change the password")));
  }

  private void form(YamlNode at, String path) {
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
}
