package id.pde.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What other columns of the same record say about the person that an identifier speaks of. The
 * first three name columns of the mapping.
 *
 * @param birth a date, the day of birth; null: none
 * @param sex a code, 1 or L for men, 2 or P for women; null: none
 * @param card the number of the family card; null: none
 * @param region the code list of the regions that a NIK may begin with; null: none
 */
public record Agreement(
    @Nullable String birth, @Nullable String sex, @Nullable String card, @Nullable String region) {

  public static final Agreement NONE = new Agreement(null, null, null, null);
}
