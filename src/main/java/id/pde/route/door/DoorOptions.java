package id.pde.route.door;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import id.pde.schedule.Schedule.Timing;
import id.pde.schedule.ScheduleWords;
import id.pde.schedule.ScheduleWords.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options of an address, read one after another; what is wrong with them is collected. */
final class DoorOptions {

  /** A secret as route files write it, or as PDE hands it on without looking behind it. */
  private static final Pattern SECRET =
      Pattern.compile("(\\{\\{)?(env|file):([A-Za-z0-9][A-Za-z0-9._-]*)(}})?");

  private final Map<String, String> options;
  private final Set<String> known = new TreeSet<>();
  private final List<OptionFault> faults = new ArrayList<>();

  DoorOptions(Map<String, String> options) {
    this.options = Map.copyOf(options);
  }

  /** All faults; options that nobody asked for are among them. */
  List<OptionFault> faults() {
    List<OptionFault> all = new ArrayList<>(faults);
    for (String option : options.keySet()) {
      if (!known.contains(option)) {
        String list = String.join(", ", known);
        all.add(
            new OptionFault(
                option,
                "route.not-allowed",
                new Text(
                    "opsi \"" + option + "\" tidak diizinkan di rute",
                    "the option \"" + option + "\" is not allowed in a route"),
                new Text("yang diizinkan: " + list, "allowed are: " + list)));
      }
    }
    return all;
  }

  /** Takes note of an option that somebody else reads. */
  void knows(String... names) {
    known.addAll(List.of(names));
  }

  Optional<String> text(String name) {
    known.add(name);
    return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
  }

  /** A text without which there is no door; empty where it is missing. */
  String required(String name, String example) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      fault(
          name,
          "route.option-missing",
          new Text("opsi " + name + " tidak ada", "the option " + name + " is missing"),
          new Text(
              "tulis misalnya " + name + ": " + example,
              "write for example " + name + ": " + example));
    }
    return value.orElse("");
  }

  /** One of some words. */
  String choice(String name, List<String> words) {
    String value = text(name).orElse(words.get(0));
    if (words.contains(value)) {
      return value;
    }
    value(name, value, String.join(", ", words));
    return words.get(0);
  }

  boolean flag(String name) {
    return choice(name, List.of("false", "true")).equals("true");
  }

  /** A whole number within limits. */
  long number(String name, long otherwise, long least, long most) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    if (value.get().matches("\\d{1,12}")) {
      long number = Long.parseLong(value.get());
      if (number >= least && number <= most) {
        return number;
      }
    }
    value(name, value.get(), least + " - " + most);
    return otherwise;
  }

  /** A span such as {@code 10s} or {@code 5m}. */
  Duration span(String name, Duration otherwise) {
    Optional<String> value = text(name);
    if (value.isPresent()
        && ScheduleWords.every(value.get()) instanceof Reading.Good<Timing> good
        && good.value() instanceof Timing.Every every) {
      return every.interval();
    }
    value.ifPresent(written -> value(name, written, "10s, 5m, 1h"));
    return otherwise;
  }

  /** A secret: only where it stands is written in a route. */
  Optional<Secret> secret(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Matcher form = SECRET.matcher(value.get());
    if (form.matches() && (form.group(1) == null) == (form.group(4) == null)) {
      String key = form.group(3);
      return Optional.of(
          form.group(2).equals("env") ? new Secret.InEnvironment(key) : new Secret.InFile(key));
    }
    fault(
        name,
        "route.secret",
        new Text(name + " tidak boleh ditulis di rute", name + " must not be written in a route"),
        new Text(
            "tulis \"{{env:NAMA}}\", atau \"{{file:NAMA}}\" untuk berkas di PDE_HOME/secrets/",
            "write \"{{env:NAME}}\", or \"{{file:NAME}}\" for a file in PDE_HOME/secrets/"));
    return Optional.empty();
  }

  void value(String name, String written, String allowed) {
    String shown = written.length() > 60 ? written.substring(0, 60) + "..." : written;
    fault(
        name,
        "route.value",
        new Text(
            "nilai \"" + shown + "\" untuk \"" + name + "\" tidak diizinkan",
            "the value \"" + shown + "\" of \"" + name + "\" is not allowed"),
        new Text("yang diizinkan: " + allowed, "allowed are: " + allowed));
  }

  void fault(String name, String code, Text message, Text fix) {
    faults.add(new OptionFault(name, code, message, fix));
  }
}
