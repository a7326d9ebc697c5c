package id.pde.run;

import org.jspecify.annotations.Nullable;

/**
 * Where in a bundle a delivery came from.
 *
 * @param bundle the name of the bundle, as the sender named it
 * @param sha256 of the bundle's bytes, which are in the archive, too
 * @param member the path of the file in the bundle
 */
public record Packed(String bundle, String sha256, String member) {

  /** Whether another came in the same bundle. */
  boolean sameBundle(@Nullable Packed other) {
    return other != null && other.bundle.equals(bundle) && other.sha256.equals(sha256);
  }

  /** The name of the folder that it lies in; empty where it lies in none. */
  String folder() {
    return folder(member, "");
  }

  static String folder(String member, String outside) {
    int end = member.lastIndexOf('/');
    return end < 0 ? outside : member.substring(member.lastIndexOf('/', end - 1) + 1, end);
  }
}
