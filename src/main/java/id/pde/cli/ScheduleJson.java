package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.timetable.PastFire;
import id.pde.schedule.RoutedSchedule;
import id.pde.schedule.RuleText;
import id.pde.schedule.keep.FireReasons;
import id.pde.schedule.keep.View;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Optional;

/** Schedules and fires as JSON, and the sentences about them. */
final class ScheduleJson {

  private ScheduleJson() {}

  static Text sentence(View view) {
    return RuleText.sentence(view.rule());
  }

  /** What the route says that does not hold, and why. */
  static Optional<Text> difference(View view) {
    RoutedSchedule route = view.route();
    String name = view.name();
    if (route == null) {
      return Optional.of(
          new Text(
              name + ": tanpa rute; tidak berjalan, catatannya tetap ada.",
              name + ": without a route; it does not fire, its record stays."));
    }
    if (!view.differs()) {
      return Optional.empty();
    }
    String place = route.place().shown();
    String says = RuleText.words(route.schedule());
    return Optional.of(
        view.byOfficer()
            ? new Text(
                name + ": diatur petugas; rute (" + place + ") menyebut " + says + ".",
                name + ": set by an officer; the route (" + place + ") says " + says + ".")
            : new Text(
                name
                    + ": rute ("
                    + place
                    + ") kini menyebut "
                    + says
                    + "; berlaku saat pde up dimulai lagi.",
                name
                    + ": the route ("
                    + place
                    + ") says "
                    + says
                    + " now; it holds when pde up starts again."));
  }

  static void write(JsonGenerator out, View view, Language language) throws IOException {
    ZoneId zone = view.rule().zone();
    RoutedSchedule route = view.route();
    out.writeStartObject();
    out.writeStringField("schedule", view.name());
    out.writeStringField("rule", RuleText.words(view.rule()));
    out.writeStringField("when", sentence(view).in(language));
    out.writeStringField("zone", zone.getId());
    out.writeStringField("state", view.state().code());
    out.writeStringField("next", ScheduleTimes.iso(view.now().next(), zone));
    out.writeStringField("route", route == null ? null : RuleText.words(route.schedule()));
    out.writeStringField("place", route == null ? null : route.place().shown());
    out.writeBooleanField("differs", view.differs());
    out.writeBooleanField("by_officer", view.byOfficer());
    out.writeArrayFieldStart("datasets");
    for (String dataset :
        route != null
            ? route.datasets()
            : view.kept() == null ? java.util.List.<String>of() : view.kept().datasets()) {
      out.writeString(dataset);
    }
    out.writeEndArray();
    out.writeFieldName("last");
    if (view.last().isPresent()) {
      write(out, view.last().get(), zone, language);
    } else {
      out.writeNull();
    }
    out.writeArrayFieldStart("open");
    for (PastFire fire : view.open()) {
      write(out, fire, zone, language);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  static void write(JsonGenerator out, PastFire fire, ZoneId zone, Language language)
      throws IOException {
    PastFire.State state = fire.state();
    out.writeStartObject();
    out.writeStringField("schedule", fire.ask().schedule());
    out.writeStringField("planned", ScheduleTimes.iso(fire.ask().planned(), zone));
    out.writeStringField("kind", fire.ask().kind().code());
    out.writeStringField("period", fire.ask().period());
    out.writeStringField("started", ScheduleTimes.iso(state.started(), zone));
    out.writeStringField("ended", ScheduleTimes.iso(state.ended(), zone));
    out.writeStringField("outcome", fire.outcome());
    out.writeBooleanField("running", state.running());
    out.writeNumberField("stands_for", state.standsFor());
    out.writeStringField("node", state.node());
    out.writeArrayFieldStart("runs");
    for (long run : fire.runs()) {
      out.writeNumber(run);
    }
    out.writeEndArray();
    out.writeStringField("why", FireReasons.of(fire).in(language));
    out.writeEndObject();
  }
}
