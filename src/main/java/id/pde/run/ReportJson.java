package id.pde.run;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Counts;
import id.pde.model.Language;
import id.pde.model.Period;
import id.pde.model.Text;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.RunReport.Undo;
import id.pde.run.check.CheckResult;
import id.pde.run.resubmit.Resubmission;
import id.pde.run.total.RegionTotals;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one JSON form of a run: what {@code --json} prints and what the answer holds. Keys are a
 * contract; more may come, none changes.
 */
public final class ReportJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private ReportJson() {}

  /** The report as one object on one line. */
  public static String text(RunReport report, Language language) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      fields(json, report, language);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes the members of the object, so that others can add theirs. */
  public static void fields(JsonGenerator json, RunReport report, Language language)
      throws IOException {
    json.writeNumberField("run", report.run());
    json.writeStringField("outcome", report.outcome().code());
    optional(json, "waits_for", in(report.waitsFor(), language));
    optional(json, "mapping", report.unassigned() ? null : report.mapping());
    json.writeObjectFieldStart("source");
    json.writeStringField("name", report.source().name());
    json.writeStringField("sha256", report.source().sha256());
    json.writeNumberField("bytes", report.source().bytes());
    Packed packed = report.source().packed();
    if (packed != null) {
      json.writeStringField("bundle", packed.bundle());
      json.writeStringField("member", packed.member());
    }
    json.writeEndObject();
    resubmission(json, report.source().resubmission());
    Period period = report.period();
    optional(json, "period", period == null ? null : period.text());
    counts(json, report.counts());
    Undo undo = report.undo();
    if (undo.of() != null) {
      json.writeNumberField("undoes", undo.of());
    }
    if (undo.by() != null) {
      json.writeNumberField("undone_by", undo.by());
    }
    approval(json, report.approval());
    Duration taken = Duration.between(report.started(), report.finished());
    json.writeFieldName("seconds");
    json.writeRawValue(String.format(Locale.ROOT, "%.3f", taken.toMillis() / 1_000.0));
    json.writeArrayFieldStart("issues");
    for (IssueCount issue : report.issues()) {
      issue(json, issue);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("checks");
    for (CheckResult check : report.checks()) {
      check(json, check);
    }
    json.writeEndArray();
    totals(json, report.totals(), language);
    json.writeStringField("message", report.message().in(language));
    Plan plan = report.plan();
    if (plan != null) {
      ChangesJson.write(json, plan.changes(), report.counts());
      json.writeStringField("plan", plan.hash());
    }
  }

  private static void resubmission(JsonGenerator json, @Nullable Resubmission what)
      throws IOException {
    if (what == null || what.number() == 0) {
      return;
    }
    json.writeObjectFieldStart("submission");
    json.writeNumberField("number", what.number());
    json.writeNumberField("corrects", what.base());
    json.writeStringField("sent_as", what.sent());
    json.writeBooleanField("part", what.isPart());
    Resubmission.Repaired repaired = what.repaired();
    if (repaired != null) {
      json.writeNumberField("repaired", repaired.gone());
      json.writeNumberField("left", repaired.left());
      json.writeNumberField("new", repaired.fresh());
      json.writeBooleanField("all_compared", repaired.all());
    }
    json.writeEndObject();
  }

  private static void approval(JsonGenerator json, @Nullable Approval approval) throws IOException {
    if (approval == null) {
      return;
    }
    json.writeObjectFieldStart("approval");
    json.writeStringField("plan", approval.plan());
    json.writeStringField("asked_by", approval.askedBy());
    Approval.Decision decision = approval.decision();
    if (decision != null) {
      json.writeStringField("decision", decision.verdict().code());
      json.writeStringField("by", decision.by());
      json.writeStringField("at", decision.at().toString());
      json.writeStringField("reason", decision.reason());
    }
    json.writeEndObject();
  }

  private static void counts(JsonGenerator json, Counts counts) throws IOException {
    json.writeObjectFieldStart("counts");
    json.writeNumberField("read", counts.read());
    json.writeNumberField("accepted", counts.accepted());
    json.writeNumberField("rejected", counts.rejected());
    json.writeNumberField("filtered", counts.filtered());
    json.writeNumberField("inserted", counts.inserted());
    json.writeNumberField("updated", counts.updated());
    json.writeNumberField("unchanged", counts.unchanged());
    json.writeNumberField("deleted", counts.deleted());
    json.writeNumberField("warned", counts.warned());
    json.writeEndObject();
  }

  private static void issue(JsonGenerator json, IssueCount issue) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", issue.code());
    json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    optional(json, "column", issue.column());
    json.writeNumberField("count", issue.count());
    String value = issue.exampleValue();
    String example = value == null ? issue.example() : issue.example() + ": \"" + value + "\"";
    json.writeStringField("example", example);
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, CheckResult check) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", check.name());
    json.writeStringField("severity", check.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("verdict", check.verdict().code());
    json.writeNumberField("value", check.value());
    json.writeNumberField("expected", check.expected());
    json.writeNumberField("faults", check.faults());
    json.writeEndObject();
  }

  private static void totals(JsonGenerator json, RegionTotals totals, Language language)
      throws IOException {
    if (totals.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("totals");
    json.writeStringField("by", "kecamatan");
    json.writeArrayFieldStart("columns");
    for (RegionTotals.Summed column : totals.columns()) {
      json.writeStartObject();
      json.writeStringField("name", column.name());
      json.writeStringField("title", column.title().in(language));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("parts");
    for (RegionTotals.Part part : totals.parts()) {
      json.writeStartObject();
      optional(json, "code", part.code());
      optional(json, "name", part.name());
      json.writeNumberField("rows", part.rows());
      json.writeObjectFieldStart("sums");
      for (int i = 0; i < totals.columns().size(); i++) {
        json.writeNumberField(totals.columns().get(i).name(), part.sums().get(i));
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, value);
    }
  }

  private static @Nullable String in(@Nullable Text text, Language language) {
    return text == null ? null : text.in(language);
  }
}
