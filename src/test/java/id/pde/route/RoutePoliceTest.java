package id.pde.route;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutePoliceTest {

  private static final RouteScope SCOPE =
      new RouteScope(
          Set.of("dkupp/harga", "bkpsdm/asn"),
          Set.of("dkupp", "bkpsdm"),
          Set.of("simpasar"),
          Set.of());

  private static List<String> faults(String content) {
    return RoutePolice.check(List.of(new RouteFile("routes/x.yaml", content)), SCOPE)
        .faults()
        .stream()
        .map(RoutePoliceTest::shown)
        .toList();
  }

  private static String shown(Issue issue) {
    return issue.location().shown()
        + " "
        + issue.code()
        + ": "
        + issue.message().en()
        + " | "
        + issue.fix().en();
  }

  private static String withStep(String step) {
    return """
        - from:
            uri: pde:schedule/x?at=02:30
            steps:
        %s
              - to: pde:dkupp/harga
        """
        .formatted(step.indent(6).stripTrailing());
  }

  @Test
  void refusesTheTenLinesThatRunCommands() {
    assertThat(
            faults(
                """
                - beans:
                    - name: shell
                      type: java.lang.ProcessBuilder
                      constructors:
                        0: /bin/sh
                - from:
                    uri: timer:once
                    steps:
                      - bean:
                          ref: shell
                          method: start
                """))
        .containsExactly(
            "routes/x.yaml:1:3 route.not-allowed: the part \"beans\" is not allowed in a route | allowed are: from, route",
            "routes/x.yaml:5:9 route.key: the key \"0\" is not allowed in a route | a key is a plain name made of letters",
            "routes/x.yaml:7:10 route.not-allowed: the address \"timer:\" is not allowed in a route | allowed are: direct:, ftps:, imaps:, pde:, sftp:",
            "routes/x.yaml:9:9 route.not-allowed: the step \"bean\" is not allowed in a route | allowed are: choice, filter, log, setBody, setHeader, setProperty, split, to, unmarshal");
  }

  static Stream<HostileStep> hostileSteps() {
    String steps = "choice, filter, log, setBody, setHeader, setProperty, split, to, unmarshal";
    String expressions = "constant, exchangeProperty, header";
    String doors = "direct:, jdbc:, pde:, sql:";
    return Stream.of(
        HostileStep.of(
            "- toD: \"exec:${body}\"",
            "4:9 route.not-allowed: the step \"toD\" is not allowed in a route | did you mean \"to\"? Allowed are: "
                + steps),
        HostileStep.of(
            "- to: file:/etc",
            "4:13 route.not-allowed: the address \"file:\" is not allowed in a route | allowed are: "
                + doors),
        HostileStep.of(
            "- to: EXEC:id",
            "4:13 route.not-allowed: the address \"EXEC:\" is not allowed in a route | allowed are: "
                + doors),
        HostileStep.of(
            "- to: PDE:dkupp/harga",
            "4:13 route.not-allowed: the address \"PDE:\" is not allowed in a route | did you mean \"pde:\"? Allowed are: "
                + doors),
        HostileStep.of(
            "- to: \"%65xec:id\"",
            "4:13 route.not-allowed: the address \"%65xec:\" is not allowed in a route | allowed are: "
                + doors),
        HostileStep.of(
            "- to: {uri: class, parameters: {name: java.lang.Runtime}}",
            "4:19 route.no-scheme: the address \"class\" is not complete | write the whole address in uri, as in jdbc:simpasar"),
        HostileStep.of(
            "- to: {uri: \"bean:x\"}",
            "4:19 route.not-allowed: the address \"bean:\" is not allowed in a route | allowed are: "
                + doors),
        HostileStep.of(
            "- to: \"{{env:DOOR}}\"",
            "4:13 route.placeholder: {{...}} is not allowed here | write the value; only the value of an address option may be {{env:NAME}}",
            "4:13 route.not-allowed: the address \"{{env:\" is not allowed in a route | allowed are: "
                + doors),
        HostileStep.of(
            "- to: \"https://example.org/hook\"",
            "4:13 route.not-in-this-version: the address \"https:\" is not in this version | remove it"),
        HostileStep.of(
            "- to: pde:recognise",
            "4:13 route.no-agency: pde:recognise without an agency | write pde:recognise?agency=NAME"),
        HostileStep.of(
            "- to: pde:recognise?agency=dkup",
            "4:13 route.no-such-agency: there is no agency \"dkup\" in agencies.yaml | did you mean \"dkupp\"?"),
        HostileStep.of(
            "- to: pde:recognise?agency=dkupp&dinas=x",
            "4:13 route.not-allowed: the option \"dinas\" is not allowed in a route | allowed are: agency, period"),
        HostileStep.of(
            "- to: pde:dkupp/hraga",
            "4:13 route.no-mapping: there is no mapping \"dkupp/hraga\" | did you mean pde:dkupp/harga?"),
        HostileStep.of(
            "- to: pde:dkupp/harga?periode=2025",
            "4:13 route.not-allowed: the option \"periode\" is not allowed in a route | did you mean \"period\"? Allowed are: period"),
        HostileStep.of(
            "- to: direct:nowhere",
            "4:13 route.no-direct: no route begins with direct:nowhere | add a route with from: direct:nowhere"),
        HostileStep.of(
            "- setBody: {simple: \"${bean:x}\"}",
            "4:19 route.not-allowed: the expression \"simple\" is not allowed in a route | allowed are: "
                + expressions),
        HostileStep.of(
            "- setBody: {expression: {simple: x}}",
            "4:32 route.not-allowed: the expression \"simple\" is not allowed in a route | allowed are: "
                + expressions),
        HostileStep.of(
            "- setBody: {groovy: x}",
            "4:19 route.not-allowed: the expression \"groovy\" is not allowed in a route | allowed are: "
                + expressions),
        HostileStep.of(
            "- setBody: {constant: \"resource:file:/etc/passwd\"}",
            "4:29 route.resource: a constant must not come from a file or another address | write the value here"),
        HostileStep.of(
            "- setBody: {constant: {expression: x, resultType: java.lang.Runtime}}",
            "4:45 route.not-allowed: the key \"resultType\" is not allowed in a route | allowed are: expression, id, trim"),
        HostileStep.of(
            "- setBody: {constant: \"{{sys:user.home}}\"}",
            "4:29 route.placeholder: {{...}} is not allowed here | write the value; only the value of an address option may be {{env:NAME}}"),
        HostileStep.of(
            "- setBody: {jsonpath: $.a}",
            "4:19 route.not-in-this-version: the expression \"jsonpath\" is not in this version | remove it"),
        HostileStep.of(
            "- setBody: {header: \"${bean:x}\"}",
            "4:27 route.name: the name \"${bean:x}\" is not a plain name | use letters, digits, dots and dashes"),
        HostileStep.of(
            "- setHeader: {name: CamelSqlQuery, constant: DROP}",
            "4:27 route.name: the name \"CamelSqlQuery\" is not allowed for setHeader | use letters, digits, dots and dashes; do not begin with Camel, which Camel obeys as a command"),
        HostileStep.of(
            "- set-header: {name: x, constant: x}",
            "4:9 route.not-allowed: the step \"set-header\" is not allowed in a route | did you mean \"setHeader\"? Allowed are: "
                + steps),
        HostileStep.of(
            "- setHeader: {name: \"cAMELFileName\", constant: x}",
            "4:27 route.name: the name \"cAMELFileName\" is not allowed for setHeader | use letters, digits, dots and dashes; do not begin with Camel, which Camel obeys as a command"),
        HostileStep.of(
            "- setProperty: {name: \"${header.x}\", constant: x}",
            "4:29 route.name: the name \"${header.x}\" is not allowed for setProperty | use letters, digits, dots and dashes; do not begin with Camel, which Camel obeys as a command"),
        HostileStep.of(
            "- log: \"${body}\"",
            "4:14 route.log: a log message must not contain ${...} | write plain text; PDE itself logs the file, the counts and the outcome of every run"),
        HostileStep.of(
            "- log: {message: x, logger: \"#bean:y\"}",
            "4:27 route.not-allowed: the key \"logger\" is not allowed in a route | allowed are: description, id, loggingLevel, message, note"),
        HostileStep.of(
            "- unmarshal: {json: {unmarshalType: java.lang.Runtime}}",
            "4:28 route.not-allowed: the key \"unmarshalType\" is not allowed in a route | allowed are: id, library, prettyPrint, useList"),
        HostileStep.of(
            "- unmarshal: {csv: {lazyLoad: false}}",
            "4:37 route.value: the value \"false\" of \"lazyLoad\" is not allowed | remove \"lazyLoad\" or correct its value"),
        HostileStep.of(
            "- unmarshal: {yaml: {}}",
            "4:21 route.not-allowed: the format \"yaml\" is not allowed in a route | allowed are: csv, json"),
        HostileStep.of(
            "- split: {header: rows, aggregationStrategy: \"#class:x\", steps: [{log: a}]}",
            "4:31 route.not-allowed: the expression \"aggregationStrategy\" is not allowed in a route | allowed are: "
                + expressions),
        HostileStep.of(
            "- to: jdbc:simpasar",
            "4:13 route.jdbc-statement: jdbc: runs the body as SQL; that body must be written in the route | write setBody with a constant right before this step"),
        HostileStep.of(
            "- to: sql:SELECT 1?dataSource=#simpasr",
            "4:13 route.no-database: no agency has a database \"simpasr\" | did you mean \"simpasar\"?"),
        HostileStep.of(
            "- to: {uri: \"sql:file:/etc/x.sql\", parameters: {dataSource: \"#simpasar\"}}",
            "4:19 route.sql-resource: the SQL statement must not come from a file or another address | write the statement here: sql:SELECT ..."),
        HostileStep.of(
            "- to: {uri: \"sql:SELECT 1\", parameters: {dataSource: \"#simpasar\", outputClass: java.lang.Runtime}}",
            "4:73 route.not-allowed: the option \"outputClass\" is not allowed in a route | allowed are: dataSource, fetchSize, outputType, template.fetchSize, template.maxRows, template.queryTimeout"),
        HostileStep.of(
            "- to: !!javax.script.ScriptEngineManager [x]",
            "4:9 route.step-shape: a step must have exactly one name | write for example: - to: pde:dkupp/harga",
            "4:13 route.tag: the type tag \"tag:yaml.org,2002:javax.script.ScriptEngineManager\" is not allowed | write the value without a ! tag"),
        HostileStep.of(
            "- script: {groovy: x}",
            "4:9 route.not-allowed: the step \"script\" is not allowed in a route | allowed are: "
                + steps),
        HostileStep.of(
            "- kamelet: {name: x}",
            "4:9 route.not-allowed: the step \"kamelet\" is not allowed in a route | allowed are: "
                + steps),
        HostileStep.of(
            "- choice: {when: [{simple: x, steps: [{toD: y}]}]}",
            "4:26 route.not-allowed: the expression \"simple\" is not allowed in a route | allowed are: "
                + expressions,
            "4:46 route.not-allowed: the step \"toD\" is not allowed in a route | did you mean \"to\"? Allowed are: "
                + steps));
  }

  @ParameterizedTest
  @MethodSource("hostileSteps")
  void refusesHostileSteps(HostileStep hostile) {
    assertThat(faults(withStep(hostile.step()))).containsExactlyElementsOf(hostile.faults());
  }

  static Stream<HostileStep> hostileFiles() {
    return Stream.of(
        HostileStep.of(
            "- routeTemplate: {id: x}",
            "1:3 route.not-allowed: the part \"routeTemplate\" is not allowed in a route | allowed are: from, route"),
        HostileStep.of(
            "- onException: {handled: {constant: true}}",
            "1:3 route.not-allowed: the part \"onException\" is not allowed in a route | allowed are: from, route"),
        HostileStep.of(
            "apiVersion: camel.apache.org/v1\nkind: Integration\nspec: {flows: []}",
            "1:1 route.root: a route file must be a list of routes | begin each route with \"- route:\""),
        HostileStep.of(
            "- from:\n    uri: file:/etc\n    steps: [{to: pde:dkupp/harga}]\n---\n- rest: {path: x}",
            "2:10 route.not-allowed: the address \"file:\" is not allowed in a route | allowed are: direct:, ftps:, imaps:, pde:, sftp:",
            "5:1 route.documents: a file holds one list of routes only | remove the line --- or move it to another file",
            "5:3 route.not-allowed: the part \"rest\" is not allowed in a route | allowed are: from, route"),
        HostileStep.of(
            "- from: {uri: \"imaps://host?agency=dkupp&username=a&password=b&senders=c\", steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.secret: password must not be written in a route | write \"{{env:NAME}}\", or \"{{file:NAME}}\" for a file in PDE_HOME/secrets/",
            "1:15 route.value: the value \"c\" of \"senders\" is not allowed | allowed are: nama@dinas.go.id, @dinas.go.id"),
        HostileStep.of(
            "- from: {uri: \"sftp://host/folder?agency=dkupp&username=a&password=b&hostKey=SHA256:x\", steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.secret: password must not be written in a route | write \"{{env:NAME}}\", or \"{{file:NAME}}\" for a file in PDE_HOME/secrets/",
            "1:15 route.value: the value \"SHA256:x\" of \"hostKey\" is not allowed | allowed are: SHA256: + 43 [A-Za-z0-9+/], SHA256:68:06:CF:... (openssl x509 -fingerprint)"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkupp, steps: [{to: {uri: pde:fetch, parameters: {url: \"https://x/y\"}}}, {to: pde:dkupp/harga}]}",
            "1:58 route.inbox-body: a file of an inbox is loaded as it came, without pde:fetch | remove this step; how a file is read is written in its mapping (source)"),
        HostileStep.of(
            "- from: {uri: pde:schedule/a?at=01:00, steps: [{to: {uri: pde:fetch, parameters: {url: \"https://x/y\"}}}, {to: pde:dkupp/harga}, {to: direct:b}]}\n"
                + "- from: {uri: direct:b, steps: [{to: {uri: pde:fetch, parameters: {url: \"https://x/z\"}}}, {to: pde:dkupp/harga}]}",
            "2:44 route.fetch-twice: one route fetches from two addresses: where the first did not change or fails, the second is not fetched | write a route, with a schedule of its own, for each"),
        HostileStep.of(
            "- from: {uri: pde:events?outcome=refuse, steps: [{log: a}]}\n- from: {uri: direct:a, steps: [{to: {uri: pde:telegram, parameters: {chat: x, token: y}}}]}",
            "1:15 route.events-name: pde:events needs name, a plain name that does not change | write pde:events?name=telegram-refused&outcome=refused",
            "1:15 route.not-allowed: the outcome \"refuse\" is not allowed in a route | did you mean \"refused\"? Allowed are: duplicate, failed, loaded, loaded_with_rejects, refused, waiting",
            "1:15 route.no-end: this route loads nothing into the warehouse | end it with to: pde:<agency>/<dataset>",
            "2:44 route.only-events: pde:telegram is for routes that begin with pde:events only | begin the route with from: pde:events?name=NAME",
            "2:71 route.value: the value \"x\" of \"chat\" is not allowed | allowed are: -1001234567890, @nama_kanal",
            "2:80 route.secret: token must not be written in a route | write \"{{env:NAME}}\", or \"{{file:NAME}}\" for a file in PDE_HOME/secrets/"),
        HostileStep.of(
            "- from: {uri: pde:inbox, steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.no-agency: pde:inbox without an agency | write pde:inbox?agency=NAME"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkup, steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.no-such-agency: there is no agency \"dkup\" in agencies.yaml | did you mean \"dkupp\"?"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkupp&every=fast, steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.timing: the interval \"fast\" cannot be read | write for example every=10s, 5m or 1h"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkupp, steps: [{unmarshal: {csv: {}}}, {to: pde:dkupp/harga}]}",
            "1:48 route.inbox-body: a file of an inbox is loaded as it came, without unmarshal | remove this step; how a file is read is written in its mapping (source)"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkupp, steps: [{to: direct:a}]}\n- from: {uri: direct:a, steps: [{to: direct:a}]}",
            "1:15 route.no-end: this route loads nothing into the warehouse | end it with to: pde:<agency>/<dataset>"),
        HostileStep.of(
            "- from: {uri: pde:inbox?agency=dkupp, steps: [{log: nothing}]}",
            "1:15 route.no-end: this route loads nothing into the warehouse | end it with to: pde:<agency>/<dataset>"),
        HostileStep.of(
            "- from: {uri: pde:schedule/x?cron=30 2 * * *, steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.timing: the cron \"30 2 * * *\" cannot be read | Quartz has six parts, seconds first: \"0 30 2 * * ?\" is 02:30 every day"),
        HostileStep.of(
            "- from: {uri: \"pde:schedule/x?cron=0 0 0 31 2 ?\", steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.timing: the cron \"0 0 0 31 2 ?\" will never happen | write for example \"0 30 2 * * ?\" (02:30 every day), or at=02:30&days=working"),
        HostileStep.of(
            "- from: {uri: \"pde:schedule/x?at=25:00&zone=Asia/Probolinggo\", steps: [{to: pde:dkupp/harga}]}",
            "1:15 route.timing: the time zone \"Asia/Probolinggo\" is not known | write for example Asia/Jakarta, Asia/Makassar or Asia/Jayapura",
            "1:15 route.timing: the time \"25:00\" cannot be read | write hour and minute, as in at=02:30"),
        HostileStep.of(
            "- from: {uri: \"pde:schedule/x?at=02:30\", steps: &s [{to: pde:dkupp/harga}]}\n- from: {uri: \"pde:schedule/x?at=03:30\", steps: *s}",
            "2:15 route.twice: the schedule \"x\" is already at routes/x.yaml:1:15 | give it another name, or remove one of them"),
        HostileStep.of(
            "- route: {id: a, from: {uri: pde:inbox?agency=dkupp, steps: [{to: pde:dkupp/harga}]}}\n- route: {id: a, from: {uri: pde:inbox?agency=dkupp, steps: [{to: pde:dkupp/harga}]}}",
            "2:15 route.twice: the route id \"a\" is already at routes/x.yaml:1:15 | give it another name, or remove one of them",
            "2:30 route.twice: the inbox \"dkupp\" is already at routes/x.yaml:1:30 | give it another name, or remove one of them"),
        HostileStep.of(
            "- route: {id: a, errorHandler: {}, from: {uri: direct:a, steps: [{log: a}]}}",
            "1:18 route.not-allowed: the key \"errorHandler\" is not allowed in a route | allowed are: description, from, id, note"),
        HostileStep.of(
            "- from: {uri: direct:a, steps: &a [{filter: {header: x, steps: *a}}]}",
            "1:45 route.too-large: the route file is too deep or too large | divide it into several files and do not nest anchors"),
        HostileStep.of(
            "- from: {uri: direct:a, uri: exec:id, steps: [{log: a}]}",
            "1:25 route.key-twice: the key \"uri\" is written twice | remove one of them"),
        HostileStep.of(
            "- from: {uri: direct:a\n\tsteps: x",
            "2:2 route.yaml: this is not valid YAML: expected ',' or '}', but got ? | check indentation, quotes and colons around this line"));
  }

  @ParameterizedTest
  @MethodSource("hostileFiles")
  void refusesHostileFiles(HostileStep hostile) {
    assertThat(faults(hostile.step())).containsExactlyElementsOf(hostile.faults());
  }

  @Test
  void survivesAnAnchorBombAndAnAbyss() {
    StringBuilder bomb = new StringBuilder("- a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      String before = "*a" + (level - 1);
      bomb.append(
          "- a%d: &a%d [%s]%n"
              .formatted(
                  level, level, String.join(", ", java.util.Collections.nCopies(10, before))));
    }

    assertThat(faults(bomb.toString())).anyMatch(fault -> fault.contains("route.too-large"));
    assertThat(faults("[".repeat(100_000))).isNotEmpty();
  }

  @Test
  void speaksIndonesianToo() {
    Issue fault =
        RoutePolice.check(List.of(new RouteFile("routes/x.yaml", withStep("- toD: x"))), SCOPE)
            .faults()
            .get(0);

    assertThat(fault.message().id()).isEqualTo("langkah \"toD\" tidak diizinkan di rute");
    assertThat(fault.fix().id())
        .isEqualTo(
            "mungkin maksudnya \"to\"? Yang diizinkan: choice, filter, log, setBody, setHeader, setProperty, split, to, unmarshal");
  }

  @Test
  void allowsWhatTheDesignAllows() {
    RouteReview review =
        RoutePolice.check(List.of(new RouteFile("routes/x.yaml", AllowedRoutes.EVERYTHING)), SCOPE);

    assertThat(review.faults()).isEmpty();
    assertThat(review.schedules())
        .extracting(one -> one.schedule().name() + " " + one.schedule().zone())
        .containsExactly("malam Asia/Makassar", "siang Asia/Jakarta");
    assertThat(review.inboxes())
        .containsOnly(Map.entry("dkupp", "dkupp/harga"), Map.entry("bkpsdm", "bkpsdm/asn"));
  }

  @Test
  void allowsNothingMoreThanADeploymentAddsToTheList() {
    RouteScope widened = new RouteScope(Set.of(), Set.of(), Set.of(), Set.of("ftp"));
    String content =
        """
        - from:
            uri: ftp:host
            parameters: {username: x, password: "{{env:FTP_PASSWORD}}", filter: "#class:x"}
            steps:
              - to: seda:a
        """;

    assertThat(
            RoutePolice.check(List.of(new RouteFile("routes/x.yaml", content)), widened).faults())
        .extracting(RoutePoliceTest::shown)
        .containsExactly(
            "routes/x.yaml:3:65 route.not-allowed: the option \"filter=#class:x\" is not allowed in a route | remove it",
            "routes/x.yaml:5:13 route.not-allowed: the address \"seda:\" is not allowed in a route | allowed are: direct:, ftp:, jdbc:, pde:, sql:");
  }

  record HostileStep(String step, List<String> faults) {
    static HostileStep of(String step, String... faults) {
      return new HostileStep(
          step, Stream.of(faults).map(fault -> "routes/x.yaml:" + fault).toList());
    }

    @Override
    public String toString() {
      return step;
    }
  }
}
