package id.pde.app.embedded;

import id.pde.warehouse.connection.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Generated passwords, each in a file that only its owner reads. */
record Secrets(Path folder) {

  static final String SUPERUSER = "pg-superuser";
  static final String LOGIN = "pg-pde";

  private static final int BYTES = 24;

  Optional<Password> read(String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Files.setPosixFilePermissions(file, OwnerOnly.FILE);
    return Optional.of(Files.readString(file).strip())
        .filter(text -> !text.isEmpty())
        .map(Password::new);
  }

  /** Call it under the lock of the home. */
  Password readOrMake(String name) throws IOException {
    Optional<Password> known = read(name);
    if (known.isPresent()) {
      return known.get();
    }
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Password password = new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    OwnerOnly.folder(folder);
    OwnerOnly.write(folder.resolve(name), password.reveal() + "\n");
    return password;
  }
}
