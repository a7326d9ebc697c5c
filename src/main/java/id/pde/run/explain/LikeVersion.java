package id.pde.run.explain;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.model.Record;
import id.pde.run.ArchivedRow.Likeness;
import id.pde.run.explain.RowVersions.Stored;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How like a record is to a version that the warehouse holds. */
final class LikeVersion implements Likeness {

  private final Map<String, Optional<Object>> stored = new HashMap<>();
  private final Set<String> key;
  private final Optional<String> keyId;

  /**
   * @param keyId of the key under which pseudonyms are made now; none: there is no key
   */
  LikeVersion(RowVersions.Version version, Set<String> key, Optional<String> keyId) {
    for (Stored value : version.values()) {
      stored.put(value.column(), Optional.ofNullable(value.value()));
    }
    this.key = key;
    this.keyId = keyId;
  }

  @Override
  public int differences(Mapping mapping, Record record) {
    int differing = 0;
    for (int i = 0; i < record.size(); i++) {
      ColumnSpec column = mapping.columns().get(i);
      if (differs(column, record.value(i))) {
        if (key.contains(column.name())) {
          return -1;
        }
        differing++;
      }
    }
    return differing;
  }

  /** Whether a value is another one than that of the version; what cannot be compared is not. */
  boolean differs(ColumnSpec column, @Nullable Object value) {
    Optional<Object> known = stored.get(column.name());
    if (known == null || !column.isStored() || column.type() instanceof ColumnType.JsonType) {
      return false;
    }
    Object held = known.orElse(null);
    if (column.protect() == Protect.HMAC && held instanceof String name) {
      // Under another key everything has another name.
      boolean comparable = keyId.filter(id -> name.startsWith(id + ":")).isPresent();
      return comparable && !name.equals(value);
    }
    return !StoredText.same(held, value);
  }
}
