package id.pde.route.door;

import id.pde.mapping.Secret;
import id.pde.run.Secrets;
import id.pde.run.Secrets.Found;
import org.jspecify.annotations.Nullable;

/** Looks behind the secrets of doors at the moment when they are needed. */
public final class DoorSecrets {

  private final Secrets secrets;

  public DoorSecrets(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * A word.
   *
   * @throws id.pde.run.SourceUnreadable when there is none
   */
  String word(String door, String option, @Nullable Secret reference) {
    return found(door, option, reference == null ? new Found.Absent() : secrets.find(reference));
  }

  /** A text of several lines, such as a private key. */
  String content(String door, String option, Secret reference) {
    return found(door, option, secrets.content(reference));
  }

  private static String found(String door, String option, Found found) {
    if (found instanceof Found.Word word) {
      return word.word();
    }
    throw DoorFaults.secret(door, option);
  }
}
