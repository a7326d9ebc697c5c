package id.pde.run.pull;

import id.pde.mapping.Mapping;
import id.pde.mapping.WatermarkSpec;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingInvalid;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From where the next pull of a mapping goes on, as parameters of its statement. */
public final class Bounds {

  /** The value from which rows are pulled, that one included. */
  public static final String SINCE = "since";

  /** The second field at that value; only where the mapping declares a tie and no look-back. */
  public static final String TIE = "tie";

  private Bounds() {}

  /**
   * The parameters by their names.
   *
   * @param mark where the last pull ended; null: this is the first
   * @throws MappingInvalid where the mapping declares no watermark, or none that goes back
   */
  public static Map<String, Object> of(Mapping mapping, @Nullable Mark mark) {
    WatermarkSpec spec =
        mapping
            .source()
            .watermark()
            .orElseThrow(
                () ->
                    new MappingInvalid(
                        fault(
                            mapping,
                            "watermark.none",
                            new Text(
                                "pemetaan ini tidak punya source.watermark",
                                "this mapping has no source.watermark"),
                            new Text(
                                "tulis watermark: {column: kolom_yang_selalu_naik}",
                                "write watermark: {column: column_that_only_rises}")),
                        null));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put(SINCE, since(mapping, spec, mark).parameter());
    WatermarkSpec.Tie tie = spec.tie();
    if (tie != null && spec.lookBack().isNone()) {
      MarkValue last = mark == null ? null : mark.tie();
      parameters.put(TIE, (last == null ? MarkValue.lowest(tie.kind()) : last).parameter());
    }
    return parameters;
  }

  private static MarkValue since(Mapping mapping, WatermarkSpec spec, @Nullable Mark mark) {
    if (mark == null) {
      return MarkValue.lowest(spec.kind());
    }
    try {
      return mark.value().back(spec.lookBack());
    } catch (IllegalArgumentException noDate) {
      Text message =
          new Text(
              "kolom watermark " + spec.column() + " berisi teks yang bukan tanggal",
              "the watermark column " + spec.column() + " holds text that is no date");
      Text fix =
          new Text(
              "hapus look-back, atau pilih kolom tanggal, waktu atau angka",
              "drop look-back, or choose a column of dates, times or numbers");
      throw new MappingInvalid(fault(mapping, "watermark.look-back", message, fix), noDate);
    }
  }

  private static Issue fault(Mapping mapping, String code, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.FilePlace(mapping.text().file(), 1, 1),
        new Issue.Advice("source.watermark", message, fix));
  }
}
