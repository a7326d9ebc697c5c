package id.pde.cli;

import id.pde.mapping.Secret;
import id.pde.mapping.SecretReader;
import id.pde.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names the secret that opens a locked file; a password itself is never an argument. */
final class PasswordOption {

  @Option(names = "--password-file", paramLabel = "NAME", descriptionKey = "password-file")
  private @Nullable String name;

  List<Secret> secrets() {
    if (name == null) {
      return List.of();
    }
    Secret secret =
        SecretReader.inFile(name)
            .orElseThrow(
                () ->
                    new Misuse(
                        new Text(
                            "--password-file meminta nama berkas di PDE_HOME/secrets, tanpa folder.",
                            "--password-file takes the name of a file in PDE_HOME/secrets, without"
                                + " folders.")));
    return List.of(secret);
  }
}
