package id.pde.run;

import id.pde.normalise.protect.HmacKey;
import id.pde.normalise.protect.Pseudonyms;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Gives the pseudonyms of one key, and tells which they are under another. */
record PairedKeys(HmacKey before, HmacKey after, BiConsumer<String, String> taker)
    implements Pseudonyms {

  @Override
  public Optional<String> keyId() {
    return before.keyId();
  }

  @Override
  public Naming naming() {
    Naming old = before.naming();
    Naming fresh = after.naming();
    return (kind, value) -> {
      String name = old.of(kind, value);
      taker.accept(name, fresh.of(kind, value));
      return name;
    };
  }
}
