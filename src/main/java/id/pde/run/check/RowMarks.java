package id.pde.run.check;

import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.Mapping;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that are equal for rows which {@code unique} and {@code duplicates} take for the same. 64
 * bits of SHA-256 with a salt that nobody keeps, so that they say nothing of personal values. One
 * reading, one thread.
 */
public final class RowMarks {

  private static final int SALT = 16;

  private record Kind(boolean loose, List<Integer> columns) {}

  private final List<Kind> kinds = new ArrayList<>();
  private final byte[] salt = new byte[SALT];
  private final MessageDigest digest;

  public RowMarks(Mapping mapping) {
    new SecureRandom().nextBytes(salt);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
    for (DeliveryCheck check : mapping.checks()) {
      if (check instanceof DeliveryCheck.Unique unique) {
        kinds.add(new Kind(false, positions(mapping, unique.columns())));
      } else if (check instanceof DeliveryCheck.Duplicates duplicates) {
        kinds.add(new Kind(true, positions(mapping, duplicates.columns())));
      }
    }
  }

  private static List<Integer> positions(Mapping mapping, List<String> columns) {
    return columns.stream().map(mapping::column).toList();
  }

  /** One per check that compares rows; null where the row lacks a value. */
  public List<@Nullable Long> of(@Nullable Object[] values) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<@Nullable Long> marks = new ArrayList<>(kinds.size());
    for (Kind kind : kinds) {
      marks.add(mark(kind, values));
    }
    return marks;
  }

  private @Nullable Long mark(Kind kind, @Nullable Object[] values) {
    digest.update(salt);
    for (int column : kind.columns()) {
      Object value = values[column];
      String form = value == null ? "" : form(value, kind.loose());
      if (form.isEmpty()) {
        digest.reset();
        return null;
      }
      digest.update(form.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static String form(Object value, boolean loose) {
    if (value instanceof BigDecimal decimal) {
      return decimal.stripTrailingZeros().toPlainString();
    }
    return loose && value instanceof String text ? letters(text) : value.toString();
  }

  /** Letters and digits alone, in lower case and without accents. */
  private static String letters(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(plain.length());
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
