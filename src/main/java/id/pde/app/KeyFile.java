package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.normalise.protect.HmacKey;
import id.pde.run.DurableFiles;
import id.pde.run.Home;
import id.pde.run.Secrets.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of pseudonyms: {@code PDE_HMAC_KEY} or, without that variable, {@code
 * PDE_HOME/secrets/hmac}, in hex or base64. Read anew each time: a rotation needs no restart.
 */
final class KeyFile {

  static final String VARIABLE = "PDE_HMAC_KEY";
  static final String NAME = "hmac";

  /** The key that a rotation is about to put in its place. */
  private static final String NEXT = "hmac.next";

  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");

  private final Home home;
  private final HomeSecrets secrets;
  private final Map<String, String> environment;

  KeyFile(Settings settings) {
    this.home = settings.home();
    this.environment = settings.environment();
    this.secrets = new HomeSecrets(home, environment);
  }

  /** What stands where the key should be. */
  sealed interface Look {
    /** The key. */
    record Present(HmacKey key, String place) implements Look {}

    /** Nothing. */
    record Absent() implements Look {}

    /** Something that is no key. */
    record Unusable(String place, Why why) implements Look {}
  }

  /** What is wrong with it. */
  enum Why {
    /** Others may read the file. */
    EXPOSED,
    /** It is no hex or base64 of 32 bytes or more. */
    NO_KEY
  }

  Look look() {
    String place = place();
    return look(
        fromVariable() ? new Secret.InEnvironment(VARIABLE) : new Secret.InFile(NAME), place);
  }

  /** The key that a rotation that was killed left behind. */
  Optional<HmacKey> next() {
    return look(new Secret.InFile(NEXT), NEXT) instanceof Look.Present present
        ? Optional.of(present.key())
        : Optional.empty();
  }

  boolean fromVariable() {
    return !environment.getOrDefault(VARIABLE, "").isEmpty();
  }

  String place() {
    return fromVariable() ? VARIABLE : "secrets/" + NAME;
  }

  private Look look(Secret reference, String place) {
    Found found = secrets.find(reference);
    if (found instanceof Found.Exposed) {
      return new Look.Unusable(place, Why.EXPOSED);
    }
    if (!(found instanceof Found.Word word)) {
      return isEmptyFile(reference) ? new Look.Unusable(place, Why.NO_KEY) : new Look.Absent();
    }
    return decoded(word.word().strip())
        .filter(bytes -> bytes.length >= HmacKey.BYTES)
        .<Look>map(bytes -> new Look.Present(HmacKey.of(bytes), place))
        .orElseGet(() -> new Look.Unusable(place, Why.NO_KEY));
  }

  private boolean isEmptyFile(Secret reference) {
    return reference instanceof Secret.InFile file
        && Files.exists(home.secrets().resolve(file.name()));
  }

  private static Optional<byte[]> decoded(String text) {
    if (HEX.matcher(text).matches()) {
      return Optional.of(HexFormat.of().parseHex(text));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** A key that is in use no more and was kept. */
  Optional<HmacKey> kept(String id) {
    String name = NAME + "." + id;
    return look(new Secret.InFile(name), name) instanceof Look.Present present
            && present.key().id().equals(id)
        ? Optional.of(present.key())
        : Optional.empty();
  }

  /** Keeps the key in use under its id beside the one that comes. */
  void keep(String id) {
    Path draft = home.secrets().resolve(NAME + ".draft");
    try {
      Files.copy(
          home.secrets().resolve(NAME),
          draft,
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      DurableFiles.place(draft, home.secrets().resolve(NAME + "." + id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes the first key; the caller has seen that there is none. */
  HmacKey create() {
    return write(NAME);
  }

  /** Makes the key that comes next; it is not in use yet. */
  HmacKey prepare() {
    return write(NEXT);
  }

  /** The next key takes the place of the one in use, which is gone then. */
  void replace() {
    try {
      DurableFiles.place(home.secrets().resolve(NEXT), home.secrets().resolve(NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HmacKey write(String name) {
    byte[] bytes = new byte[HmacKey.BYTES];
    new SecureRandom().nextBytes(bytes);
    Path file = home.secrets().resolve(name);
    Path draft = home.secrets().resolve(name + ".draft");
    try {
      DurableFiles.privateFolder(home.secrets());
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
      DurableFiles.place(draft, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HmacKey.of(bytes);
  }
}
