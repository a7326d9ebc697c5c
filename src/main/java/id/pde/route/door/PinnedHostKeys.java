package id.pde.route.door;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the keys that a route names by their fingerprints, and learns no other. */
final class PinnedHostKeys implements HostKeyRepository {

  private final List<String> fingerprints;
  private @Nullable String refused;

  PinnedHostKeys(List<String> fingerprints) {
    this.fingerprints = fingerprints;
  }

  /** The key that was shown and is none of them; empty: none was. */
  Optional<String> refused() {
    return Optional.ofNullable(refused);
  }

  @Override
  public int check(String host, byte[] key) {
    String shown = Fingerprint.of(key);
    if (fingerprints.contains(shown)) {
      return OK;
    }
    refused = shown;
    return CHANGED;
  }

  @Override
  public void add(HostKey hostkey, UserInfo ui) {
    throw new UnsupportedOperationException("only the route names keys");
  }

  @Override
  public void remove(String host, String type) {
    throw new UnsupportedOperationException("only the route names keys");
  }

  @Override
  public void remove(String host, String type, byte[] key) {
    throw new UnsupportedOperationException("only the route names keys");
  }

  @Override
  public String getKnownHostsRepositoryID() {
    return "routes";
  }

  @Override
  public HostKey[] getHostKey() {
    return new HostKey[0];
  }

  @Override
  public HostKey[] getHostKey(String host, String type) {
    return new HostKey[0];
  }
}
