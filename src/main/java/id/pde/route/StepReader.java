package id.pde.route;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the steps between the beginning and the end of a route. */
final class StepReader {

  private static final Set<String> STEPS =
      Set.of(
          "to",
          "split",
          "unmarshal",
          "setBody",
          "setHeader",
          "setProperty",
          "choice",
          "filter",
          "log");
  private static final Set<String> NOTES = Set.of("id", "description", "note");
  private static final Text STEP = new Text("langkah", "step");
  private static final Text FORMAT = new Text("format", "format");
  private static final Pattern BOOLEAN = Pattern.compile("true|false");
  private static final Pattern SIGN = Pattern.compile("[^#{}\\p{Alnum}]|\\\\t", Pattern.DOTALL);
  private static final Pattern WORDS = Pattern.compile("[^#{}$]*");
  private static final Pattern LEVEL = Pattern.compile("TRACE|DEBUG|INFO|WARN|ERROR|OFF");

  private static final Map<String, Pattern> CSV =
      Map.ofEntries(
          Map.entry("lazyLoad", Pattern.compile("true")),
          Map.entry("useMaps", BOOLEAN),
          Map.entry("useOrderedMaps", BOOLEAN),
          Map.entry("skipHeaderRecord", BOOLEAN),
          Map.entry("captureHeaderRecord", BOOLEAN),
          Map.entry("allowMissingColumnNames", BOOLEAN),
          Map.entry("ignoreEmptyLines", BOOLEAN),
          Map.entry("ignoreSurroundingSpaces", BOOLEAN),
          Map.entry("trim", BOOLEAN),
          Map.entry("delimiter", SIGN),
          Map.entry("quote", SIGN),
          Map.entry("escape", SIGN),
          Map.entry("commentMarker", Pattern.compile("[^{}]")),
          Map.entry("header", WORDS),
          Map.entry("id", WORDS));

  private static final Map<String, Pattern> JSON =
      Map.of(
          "library", Pattern.compile("(?i)jackson"),
          "useList", BOOLEAN,
          "prettyPrint", BOOLEAN,
          "id", WORDS);

  private final Faults faults;
  private final AddressReader addresses;
  private final ExpressionReader expressions;
  private final StatementReader statements;
  private final Inventory inventory;

  StepReader(Faults faults, AddressReader addresses, Inventory inventory) {
    this.faults = faults;
    this.inventory = inventory;
    this.addresses = addresses;
    this.expressions = new ExpressionReader(faults);
    this.statements = new StatementReader(faults, inventory);
  }

  /** Whether data can reach their end, as far as the steps tell. */
  enum Goal {
    /** Some step loads, or hands over to another route. */
    REACHED,
    MISSING
  }

  Goal steps(@Nullable Piece piece, FilePlace owner) {
    if (!(piece instanceof Piece.Items list) || list.items().isEmpty()) {
      faults.add(
          piece == null ? owner : piece.place(),
          "route.no-steps",
          new Text("tidak ada langkah (steps)", "there are no steps"),
          new Text(
              "tulis steps: dengan setidaknya satu langkah",
              "write steps: with at least one step"));
      return Goal.REACHED;
    }
    Goal goal = Goal.MISSING;
    Piece.Scalar statement = null;
    for (Piece item : list.items()) {
      Map.Entry<String, Piece.Entry> step = single(item);
      if (step == null) {
        continue;
      }
      if (step(step.getKey(), step.getValue(), statement) == Goal.REACHED) {
        goal = Goal.REACHED;
      }
      statement = statement(step, statement);
    }
    return goal;
  }

  private Map.@Nullable Entry<String, Piece.Entry> single(Piece item) {
    if (item instanceof Piece.Block block && block.entries().size() == 1) {
      return block.entries().entrySet().iterator().next();
    }
    faults.add(
        item.place(),
        "route.step-shape",
        new Text("satu langkah harus punya tepat satu nama", "a step must have exactly one name"),
        new Text(
            "tulis misalnya: - to: pde:dkupp/harga", "write for example: - to: pde:dkupp/harga"));
    return null;
  }

  private Goal step(String name, Piece.Entry entry, Piece.@Nullable Scalar statement) {
    if (!STEPS.contains(name)) {
      faults.notAllowed(entry.place(), STEP, entry.written(), STEPS);
      return Goal.MISSING;
    }
    keepsDelivery(name, entry);
    return switch (name) {
      case "to" -> to(entry.value(), statement);
      case "log" -> log(entry.value());
      default -> block(name, entry);
    };
  }

  /**
   * What was claimed is loaded as it came: only so a killed run can be finished without a route.
   */
  private void keepsDelivery(String name, Piece.Entry entry) {
    if (inventory.inInbox()
        && (name.equals("unmarshal") || name.equals("split") || name.equals("setBody"))) {
      faults.add(
          entry.place(),
          "route.inbox-body",
          new Text(
              "berkas dari kotak masuk dimuat apa adanya, tanpa " + entry.written(),
              "a file of an inbox is loaded as it came, without " + entry.written()),
          new Text(
              "hapus langkah ini; cara membaca berkas ditulis di pemetaan (source)",
              "remove this step; how a file is read is written in its mapping (source)"));
    }
  }

  private Goal block(String name, Piece.Entry entry) {
    if (!(entry.value() instanceof Piece.Block block)) {
      faults.add(
          entry.value().place(),
          "route.step-shape",
          new Text(
              "langkah \"" + entry.written() + "\" perlu isi di bawahnya",
              "the step \"" + entry.written() + "\" needs its parts below it"),
          new Text("periksa indentasi", "check the indentation"));
      return Goal.MISSING;
    }
    return switch (name) {
      case "unmarshal" -> unmarshal(block);
      case "choice" -> choice(block);
      case "split" -> nested(block, Set.of("streaming", "stopOnException"));
      case "filter" -> nested(block, Set.of());
      default -> set(name, block);
    };
  }

  private Goal to(Piece value, Piece.@Nullable Scalar statement) {
    Address address = addresses.to(value);
    if (address == null) {
      return Goal.REACHED;
    }
    if (address.scheme().equals("jdbc")) {
      statements.check(address, statement);
    }
    if (DoorReader.isFetch(address)) {
      keepsDelivery("setBody", new Piece.Entry(address.place(), "pde:" + address.path(), value));
      return Goal.MISSING;
    }
    if (isWatermark(address)) {
      inventory.mark();
      return Goal.MISSING;
    }
    boolean ends = address.scheme().equals("pde") || address.scheme().equals("direct");
    return ends ? Goal.REACHED : Goal.MISSING;
  }

  private static boolean isWatermark(Address address) {
    return address.scheme().equals("pde") && address.path().startsWith(PdeEndpoint.WATERMARK);
  }

  /** The statement that is the body after a step, as the route itself wrote it; null: none. */
  private Piece.@Nullable Scalar statement(
      Map.Entry<String, Piece.Entry> step, Piece.@Nullable Scalar before) {
    return switch (step.getKey()) {
      case "setHeader", "setProperty", "log" -> before;
      case "setBody" ->
          step.getValue().value() instanceof Piece.Block block ? constant(block) : null;
      case "to" -> StatementReader.keepsBody(step.getValue().value()) ? before : null;
      default -> null;
    };
  }

  private static Piece.@Nullable Scalar constant(Piece.Block block) {
    Piece constant = block.get("constant");
    if (constant == null && block.get("expression") instanceof Piece.Block inner) {
      constant = inner.get("constant");
    }
    if (constant instanceof Piece.Block inner) {
      constant = inner.get("expression");
    }
    return constant instanceof Piece.Scalar text ? text : null;
  }

  private Goal unmarshal(Piece.Block block) {
    int formats = 0;
    for (Map.Entry<String, Piece.Entry> entry : block.entries().entrySet()) {
      if (NOTES.contains(entry.getKey())) {
        continue;
      }
      formats++;
      Map<String, Pattern> options =
          switch (entry.getKey()) {
            case "csv" -> CSV;
            case "json" -> JSON;
            default -> null;
          };
      if (options == null) {
        faults.notAllowed(
            entry.getValue().place(), FORMAT, entry.getValue().written(), Set.of("csv", "json"));
      } else if (entry.getValue().value() instanceof Piece.Block inner) {
        Shape.values(inner, options, faults);
      } else if (entry.getValue().value() instanceof Piece.Scalar scalar
          && !scalar.text().isEmpty()) {
        faults.notAllowed(scalar.place(), FORMAT, scalar.text(), Set.of());
      }
    }
    if (formats != 1) {
      faults.notAllowed(
          block.place(),
          STEP,
          "unmarshal",
          Set.of("unmarshal: {csv: {}}", "unmarshal: {json: {}}"));
    }
    return Goal.MISSING;
  }

  private Goal choice(Piece.Block block) {
    Shape.onlyKeys(block, Set.of("when", "otherwise", "id", "description", "note"), faults);
    Goal goal = Goal.MISSING;
    if (block.get("when") instanceof Piece.Items branches) {
      for (Piece branch : branches.items()) {
        if (branch instanceof Piece.Block when && nested(when, Set.of()) == Goal.REACHED) {
          goal = Goal.REACHED;
        } else if (!(branch instanceof Piece.Block)) {
          single(branch);
        }
      }
    } else {
      faults.add(
          block.place(),
          "route.choice",
          new Text("choice perlu daftar when", "choice needs a list of when"),
          new Text(
              "tulis when: dengan - di setiap cabang", "write when: with a - for each branch"));
    }
    Piece otherwise = block.get("otherwise");
    if (otherwise instanceof Piece.Block last) {
      Shape.onlyKeys(last, Set.of("steps", "id", "description", "note"), faults);
      if (steps(last.get("steps"), last.place()) == Goal.REACHED) {
        goal = Goal.REACHED;
      }
    } else if (otherwise != null) {
      steps(null, otherwise.place());
    }
    return goal;
  }

  private Goal nested(Piece.Block block, Set<String> own) {
    Set<String> keys = new java.util.HashSet<>(NOTES);
    keys.add("steps");
    keys.addAll(own);
    expressions.check(block, keys);
    for (String key : own) {
      if (block.get(key) instanceof Piece.Scalar scalar
          && !BOOLEAN.matcher(scalar.text()).matches()) {
        faults.notAllowed(
            scalar.place(), new Text("nilai", "value"), scalar.text(), Set.of("true", "false"));
      } else if (block.get(key) != null && !(block.get(key) instanceof Piece.Scalar)) {
        faults.notAllowed(block.place(), new Text("nilai", "value"), key, Set.of("true", "false"));
      }
    }
    return steps(block.get("steps"), block.place());
  }

  private Goal set(String name, Piece.Block block) {
    if (name.equals("setBody")) {
      expressions.check(block, NOTES);
      return Goal.MISSING;
    }
    expressions.check(block, Set.of("name", "id", "description", "note"));
    if (!(block.get("name") instanceof Piece.Scalar given)
        || !ExpressionReader.PLAIN_NAME.matcher(given.text()).matches()
        || given.text().toLowerCase(Locale.ROOT).startsWith("camel")) {
      Piece written = block.get("name");
      String text = written instanceof Piece.Scalar scalar ? scalar.text() : "";
      faults.add(
          written == null ? block.place() : written.place(),
          "route.name",
          new Text(
              "nama \"" + Faults.shown(text) + "\" tidak diizinkan untuk " + name,
              "the name \"" + Faults.shown(text) + "\" is not allowed for " + name),
          new Text(
              "pakai huruf, angka, titik dan garis; jangan mulai dengan Camel, sebab Camel menurutinya sebagai perintah",
              "use letters, digits, dots and dashes; do not begin with Camel, which Camel obeys as a command"));
    }
    return Goal.MISSING;
  }

  private Goal log(Piece value) {
    Piece message = value;
    if (value instanceof Piece.Block block) {
      Shape.onlyKeys(block, Set.of("message", "loggingLevel", "id", "description", "note"), faults);
      if (block.get("loggingLevel") instanceof Piece.Scalar level
          && !LEVEL.matcher(level.text()).matches()) {
        faults.notAllowed(
            level.place(),
            new Text("nilai", "value"),
            level.text(),
            Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF"));
      }
      message = block.get("message");
    }
    if (!(message instanceof Piece.Scalar text)) {
      faults.add(
          value.place(),
          "route.log",
          new Text("log tanpa pesan", "a log step without a message"),
          new Text("tulis log: pesan", "write log: message"));
      return Goal.MISSING;
    }
    if (text.text().contains("${") || text.text().contains("$simple{")) {
      // Camel evaluates a message like this as a simple expression.
      faults.add(
          text.place(),
          "route.log",
          new Text("pesan log tidak boleh berisi ${...}", "a log message must not contain ${...}"),
          new Text(
              "tulis teks biasa; PDE sudah mencatat berkas, jumlah dan hasil setiap proses",
              "write plain text; PDE itself logs the file, the counts and the outcome of every run"));
    }
    return Goal.MISSING;
  }
}
