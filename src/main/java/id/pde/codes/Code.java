package id.pde.codes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of {@code mappings/codes/<list>.csv}. */
public record Code(
    String code,
    String name,
    @Nullable String level,
    @Nullable String parent,
    List<String> variants) {

  public Code {
    variants = List.copyOf(variants);
  }
}
