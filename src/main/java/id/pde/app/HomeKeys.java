package id.pde.app;

import id.pde.app.KeyFile.Look;
import id.pde.model.Text;
import id.pde.normalise.protect.HmacKey;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.KeyFaults;
import id.pde.run.KeyLedger;
import id.pde.run.KeyRotation;
import id.pde.run.Keys;
import id.pde.run.SourceUnreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The keys of this deployment: the secret in its file or variable, the ids in the database. A
 * rotation writes the new secret first, commits the database, and only then lets the old secret go;
 * wherever it is killed, the database says which of the two is the right one.
 */
final class HomeKeys implements Keys {

  private final KeyFile file;
  private final Supplier<KeyLedger> ledger;
  private final Supplier<KeyRotation> rotation;
  private final Predicate<String> buried;

  /**
   * @param buried whether tombstones of erasures were made under the key of an id
   */
  HomeKeys(
      KeyFile file,
      Supplier<KeyLedger> ledger,
      Supplier<KeyRotation> rotation,
      Predicate<String> buried) {
    this.buried = buried;
    this.file = file;
    this.ledger = ledger;
    this.rotation = rotation;
  }

  /** For a run that begins now; without a usable key there are none. */
  Pseudonyms pseudonyms() {
    settle();
    return file.look() instanceof Look.Present present ? present.key() : Pseudonyms.NONE;
  }

  /** A key by its id: the one in use, or one that was kept for the sake of erasures. */
  Optional<HmacKey> find(String id) {
    return pseudonyms() instanceof HmacKey key && key.id().equals(id)
        ? Optional.of(key)
        : file.kept(id);
  }

  /** Makes a key where there is none and nothing stands in its place. */
  void createIfAbsent() {
    if (file.look() instanceof Look.Absent) {
      file.create();
    }
  }

  @Override
  public List<Entry> list() {
    settle();
    List<Entry> entries = new ArrayList<>();
    if (file.look() instanceof Look.Present present) {
      entries.add(new Entry(present.key().id(), State.IN_USE, present.place()));
    }
    ledger.get().retired().forEach(id -> entries.add(new Entry(id, State.RETIRED, "")));
    return entries;
  }

  @Override
  public Entry create() {
    Look look = file.look();
    if (!(look instanceof Look.Absent)) {
      throw new SourceUnreadable(
          KeyFaults.of(
              "key.exists",
              new Text(
                  "sudah ada kunci di " + file.place(), "there is a key already: " + file.place()),
              new Text(
                  "pakai `pde keys rotate` untuk menggantinya; lihat `pde doctor` bila tidak dapat"
                      + " dipakai",
                  "use `pde keys rotate` to change it; see `pde doctor` where it cannot be used")),
          null);
    }
    Optional<String> used = ledger.get().inUse();
    if (used.isPresent()) {
      throw lost(used.get());
    }
    return new Entry(file.create().id(), State.IN_USE, file.place());
  }

  @Override
  public Rotated rotate() {
    if (file.fromVariable()) {
      throw new SourceUnreadable(
          KeyFaults.of(
              "key.variable",
              new Text(
                  "kunci ada di variabel PDE_HMAC_KEY, yang tidak dapat diganti PDE",
                  "the key is in the variable PDE_HMAC_KEY, which PDE cannot change"),
              new Text(
                  "pindahkan ke secrets/hmac di PDE_HOME (mode 600), hapus variabelnya, lalu ulangi",
                  "move it to secrets/hmac in PDE_HOME (mode 600), unset the variable, then repeat")),
          null);
    }
    settle();
    if (!(file.look() instanceof Look.Present present)) {
      throw new SourceUnreadable(
          KeyFaults.of(
              "key.none",
              new Text("belum ada kunci yang dapat dipakai", "there is no usable key yet"),
              new Text(
                  "jalankan `pde keys new`; lihat juga `pde doctor`",
                  "run `pde keys new`; see also `pde doctor`")),
          null);
    }
    HmacKey before = present.key();
    Optional<String> used = ledger.get().inUse();
    if (used.isPresent() && !used.get().equals(before.id())) {
      throw lost(used.get());
    }
    if (buried.test(before.id())) {
      // What was erased is nowhere any more, so its tombstones cannot be made anew.
      file.keep(before.id());
    }
    Rotated rotated = rotation.get().rotate(before, file.prepare());
    file.replace();
    return rotated;
  }

  /** Ends a rotation that was killed after its commit. */
  private void settle() {
    Optional<HmacKey> next = file.next();
    if (next.isPresent() && ledger.get().inUse().equals(next.get().keyId())) {
      file.replace();
    }
  }

  private static SourceUnreadable lost(String used) {
    return new SourceUnreadable(
        KeyFaults.of(
            "key.other",
            new Text(
                "nama samaran di basis data dibuat dengan kunci "
                    + used
                    + ", yang tidak ada di sini",
                "the pseudonyms in the database were made under the key "
                    + used
                    + ", which is not here"),
            new Text(
                "kembalikan kunci itu ke secrets/hmac di PDE_HOME dari cadangan",
                "put that key back into secrets/hmac in PDE_HOME from a backup")),
        null);
  }
}
