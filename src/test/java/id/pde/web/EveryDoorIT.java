package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every operation of the API and every address of the console, tried for what belongs to another
 * agency, by strangers, and by forms of other sites. What is added later is tried too.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class EveryDoorIT {

  private static final Pattern VERSION_OR_NUMBER = Pattern.compile("\\{(version|number)\\}");

  /** A word that only things of the agency dinsos have in them. */
  private static final String MARK = "titipan_rahasia";

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static long run;
  private static String claim = "";

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
    city.add(city.admin(), "setuju1", "approver", "");
    Visit owner = city.visit("dinsos1");
    HttpResponse<String> sent =
        owner.upload(
            "dinsos", MARK + ".csv", "KODE;NILAI\nM;bukan\nN;1\n".getBytes(StandardCharsets.UTF_8));
    Matcher found = AttackedCity.CLAIM.matcher(Visit.location(sent));
    assertThat(found.find()).isTrue();
    claim = found.group(1);
    for (int tries = 0; tries < 200 && run == 0; tries++) {
      Matcher number = AttackedCity.RUN.matcher(owner.get(Visit.location(sent)).body());
      run = number.find() ? Long.parseLong(number.group(1)) : 0;
      AttackedCity.pause();
    }
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  private static String filled(String path) {
    String filled =
        path.replace("{agency}", "dinsos")
            .replace("{dataset}", "titipan")
            .replace("{claim}", claim)
            .replace("{id}", claim)
            .replace("{table}", "titipan")
            .replace("{kind}", "text")
            .replace("{act}", "undo")
            .replace("{list}", "wilayah")
            .replaceAll("\\{form:[^}]*}", "csv");
    if (filled.contains("/versions/")) {
      filled = filled.replace("{number}", "1").replace("{version}", "1");
    }
    filled = VERSION_OR_NUMBER.matcher(filled).replaceAll(Long.toString(run));
    return filled.replace("{name}", filled.contains("schedules") ? "simpasar" : "titipan");
  }

  private record Operation(String verb, String path) {
    boolean isPublic() {
      return path.startsWith("/public/");
    }

    /** What is one's own, or empty for those who have none. */
    boolean isOwn() {
      return path.startsWith("/tokens") || path.startsWith("/queries") || path.startsWith("/sql");
    }

    boolean reads() {
      return verb.equals("GET");
    }

    HttpResponse<String> by(Program who) {
      String query =
          verb.equals("POST") && path.equals("/deliveries") ? "?agency=dinsos&name=x.csv" : "";
      String wider = path.startsWith("/quarantine") ? "?agency=dinsos" : query;
      return reads()
          ? who.get(path + wider)
          : who.send(verb, path + wider, "{}", "Content-Type", "application/json");
    }
  }

  private static List<Operation> operations() throws Exception {
    JsonNode paths =
        new ObjectMapper().readTree(Path.of("src/docs/openapi.json").toFile()).get("paths");
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              verb ->
                  operations.add(
                      new Operation(
                          verb.toUpperCase(Locale.ROOT),
                          filled(path.getKey().substring("/api/v1".length())))));
    }
    assertThat(operations).hasSizeGreaterThan(50);
    return operations;
  }

  @Test
  void noOperationGivesAnythingOfAnotherAgency() throws Exception {
    Program other = Program.of(city.address(), city.visit("dkupp1"));
    Map<String, Integer> open = new TreeMap<>();
    for (Operation operation : operations()) {
      if (operation.isPublic()) {
        continue;
      }
      HttpResponse<String> answer = operation.by(other);
      assertThat(answer.body()).as(operation.toString()).doesNotContain(MARK);
      assertThat(answer.statusCode()).as(operation + answer.body()).isLessThan(500);
      if (answer.statusCode() < 300) {
        open.put(operation.verb() + " " + operation.path(), answer.statusCode());
      }
    }
    // Lists of what is the caller's own.
    assertThat(open.keySet())
        .containsExactlyInAnyOrder(
            "GET /datasets",
            "GET /quarantine",
            "GET /quarantine/count",
            "GET /quarantine/rows",
            "GET /runs",
            "GET /submissions",
            "GET /tokens",
            "GET /deliveries/" + claim);
    assertThat(json(other.get("/deliveries/" + claim)).get("runs")).isEmpty();
    assertThat(json(other.get("/quarantine/count?agency=dinsos")).get("rows").asLong()).isZero();
  }

  @Test
  void neitherAnalystsNorApproversChangeAnythingThatIsNotTheirs() throws Exception {
    Program officer = Program.of(city.address(), city.admin());
    String before = officer.get("/runs?limit=500").body();
    for (String name : List.of("analis1", "setuju1")) {
      Program reader = Program.of(city.address(), city.visit(name));
      for (Operation operation : operations()) {
        if (operation.isPublic() || operation.isOwn() || operation.reads()) {
          continue;
        }
        HttpResponse<String> answer = operation.by(reader);
        assertThat(answer.statusCode())
            .as(name + " " + operation + answer.body())
            .isIn(400, 403, 404, 415);
      }
    }
    assertThat(officer.get("/runs?limit=500").body()).contains(MARK).isEqualTo(before);
  }

  @Test
  void nothingOpensWithoutAToken() throws Exception {
    Program stranger = new Program(city.address(), "");
    for (Operation operation : operations()) {
      if (!operation.isPublic()) {
        assertThat(operation.by(stranger).statusCode()).as(operation.toString()).isEqualTo(401);
      }
    }
  }

  @Test
  void noFormOfAnotherSiteIsTaken() {
    Visit admin = city.admin();
    List<String> forms = new ArrayList<>();
    for (String path : addresses(PostMapping.class)) {
      HttpResponse<String> answer = admin.postBare(filled(path), "why", "x");
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      forms.add(path);
    }
    assertThat(forms).hasSizeGreaterThan(35);
  }

  @Test
  void noPageShowsAnythingOfAnotherAgency() {
    Visit other = city.visit("dkupp1");
    List<String> pages = new ArrayList<>();
    for (String path : addresses(GetMapping.class)) {
      if (path.endsWith("/events")) {
        // A stream; its page is tried, and streams ask the same.
        continue;
      }
      HttpResponse<String> answer = other.get(filled(path));
      assertThat(answer.statusCode()).as(path).isIn(200, 302, 303, 400, 403, 404);
      assertThat(answer.body()).as(path).doesNotContain(MARK);
      pages.add(path);
    }
    assertThat(pages).hasSizeGreaterThan(40);
  }

  /** Of every form or page of the console. */
  private static List<String> addresses(Class<? extends Annotation> annotation) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
    scanner.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
    List<String> addresses = new ArrayList<>();
    scanner
        .findCandidateComponents("id.pde.web")
        .forEach(
            found ->
                addresses.addAll(addresses(String.valueOf(found.getBeanClassName()), annotation)));
    return addresses;
  }

  private static List<String> addresses(String page, Class<? extends Annotation> annotation) {
    List<String> addresses = new ArrayList<>();
    try {
      for (var method : Class.forName(page).getDeclaredMethods()) {
        var found = AnnotatedElementUtils.getMergedAnnotationAttributes(method, annotation);
        if (found != null) {
          addresses.addAll(List.of(found.getStringArray("path")));
        }
      }
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
    return addresses;
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Api.json(answer);
  }
}
