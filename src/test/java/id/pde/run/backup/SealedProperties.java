package id.pde.run.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.pde.run.backup.Damaged.Why;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The container: what goes in comes out, and anything else is told. */
class SealedProperties {

  private static final int BLOCK = SealedOutput.BLOCK;
  private static final int SEALED = BLOCK + SealedOutput.TAG;
  private static final BackupKey KEY = BackupKey.make(new Passphrase("kata sandi uji"), 10);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK + 17})
  void whatGoesInComesOut(int size) throws IOException {
    byte[] plain = bytes(size, size);
    byte[] sealed = seal(plain, "a");
    assertThat(open(sealed, "a", KEY)).isEqualTo(plain);
    int blocks = Math.max(1, (size + BLOCK - 1) / BLOCK);
    assertThat(sealed).hasSize(PartHeader.BYTES + size + blocks * SealedOutput.TAG);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverTheSizeAndTheWrites(long seed) throws IOException {
    Random random = new Random(seed);
    byte[] plain = bytes(random.nextInt(5 * BLOCK), seed);
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(target, KEY, "a")) {
      for (int at = 0; at < plain.length; ) {
        int length = Math.min(plain.length - at, random.nextInt(BLOCK * 3 / 2) + 1);
        out.write(plain, at, length);
        at += length;
      }
    }
    assertThat(open(target.toByteArray(), "a", KEY)).as("seed " + seed).isEqualTo(plain);
  }

  /**
   * Every bit of the header, of the first and last bytes of each block and tag, and some between.
   */
  @Test
  void everyFlippedBitIsTold() throws IOException {
    byte[] plain = bytes(2 * BLOCK + 100, 9);
    byte[] sealed = seal(plain, "a");
    Random random = new Random(9);
    for (int place = 0; place < sealed.length; place++) {
      int inBlock = (place - PartHeader.BYTES) % SEALED;
      boolean edge = inBlock < 2 || inBlock > SEALED - 20 || place > sealed.length - 20;
      if (place >= PartHeader.BYTES && !edge && random.nextInt(4000) != 0) {
        continue;
      }
      byte[] changed = sealed.clone();
      changed[place] ^= (byte) (1 << random.nextInt(8));
      assertThat(fault(changed, "a", KEY)).as("byte " + place).isNotNull();
    }
  }

  @Test
  void everyCutIsTold() throws IOException {
    byte[] sealed = seal(bytes(3 * BLOCK, 10), "a");
    for (int block = 0; block < 3; block++) {
      int edge = PartHeader.BYTES + block * SEALED;
      for (int length : new int[] {edge - 1, edge, edge + 1, edge + SealedOutput.TAG}) {
        Why why = fault(Arrays.copyOf(sealed, length), "a", KEY);
        assertThat(why).as("cut to " + length).isNotNull();
        if (length == edge) {
          assertThat(why).as("cut to " + length).isEqualTo(Why.CUT);
        }
      }
    }
    assertThat(fault(Arrays.copyOf(sealed, 20), "a", KEY)).isEqualTo(Why.CUT);
    assertThat(fault(new byte[0], "a", KEY)).isEqualTo(Why.NO_BACKUP);
  }

  @Test
  void blocksCannotChangePlacesOrBeAdded() throws IOException {
    byte[] sealed = seal(bytes(3 * BLOCK, 11), "a");
    byte[] swapped = sealed.clone();
    System.arraycopy(sealed, PartHeader.BYTES, swapped, PartHeader.BYTES + SEALED, SEALED);
    System.arraycopy(sealed, PartHeader.BYTES + SEALED, swapped, PartHeader.BYTES, SEALED);
    assertThat(fault(swapped, "a", KEY)).isEqualTo(Why.CHANGED);
    byte[] longer = Arrays.copyOf(sealed, sealed.length + SEALED);
    System.arraycopy(sealed, PartHeader.BYTES, longer, sealed.length, SEALED);
    assertThat(fault(longer, "a", KEY)).isEqualTo(Why.CHANGED);
    byte[] without = new byte[sealed.length - SEALED];
    System.arraycopy(sealed, 0, without, 0, PartHeader.BYTES);
    System.arraycopy(sealed, PartHeader.BYTES + SEALED, without, PartHeader.BYTES, 2 * SEALED);
    assertThat(fault(without, "a", KEY)).isEqualTo(Why.CHANGED);
  }

  @Test
  void aPartDoesNotPassForAnother() throws IOException {
    byte[] sealed = seal(bytes(100, 12), "a");
    assertThat(fault(sealed, "b", KEY)).isEqualTo(Why.CHANGED);
    byte[] other = seal(bytes(100, 12), "a");
    byte[] mixed = other.clone();
    System.arraycopy(sealed, 0, mixed, 0, PartHeader.BYTES);
    assertThat(fault(mixed, "a", KEY)).isEqualTo(Why.CHANGED);
    assertThat(other).isNotEqualTo(sealed);
  }

  @Test
  void anotherPassphraseIsNotDamage() throws IOException {
    byte[] sealed = seal(bytes(100, 13), "a");
    PartHeader header = PartHeader.read(new ByteArrayInputStream(sealed));
    Passphrase right = new Passphrase("kata sandi uji");
    assertThat(BackupKey.derive(right, header.salt(), header.rounds()).opens(header)).isTrue();
    Passphrase wrong = new Passphrase("kata sandi ujj");
    assertThat(BackupKey.derive(wrong, header.salt(), header.rounds()).opens(header)).isFalse();
    assertThat(new Passphrase("e\u0301")).isEqualTo(new Passphrase("\u00e9"));
    assertThat(right.toString()).doesNotContain("uji");
  }

  private static byte[] bytes(int size, long seed) {
    byte[] bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static byte[] seal(byte[] plain, String name) throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    try (SealedOutput out = new SealedOutput(target, KEY, name)) {
      out.write(plain);
    }
    return target.toByteArray();
  }

  private static byte[] open(byte[] sealed, String name, BackupKey key) throws IOException {
    InputStream in = new ByteArrayInputStream(sealed);
    PartHeader header = PartHeader.read(in);
    if (!key.isOf(header) || !key.opens(header)) {
      throw new Damaged(Why.PASSPHRASE, 0);
    }
    try (SealedInput opened = new SealedInput(in, header, key, name)) {
      return opened.readAllBytes();
    }
  }

  private static @Nullable Why fault(byte[] sealed, String name, BackupKey key) {
    Damaged damage = catchThrowableOfType(Damaged.class, () -> open(sealed, name, key));
    return damage == null ? null : damage.why();
  }
}
