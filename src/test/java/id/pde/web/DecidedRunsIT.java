package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Decisions over runs that do not wait for one, and a draft in which nothing stands. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DecidedRunsIT {

  private static final Pattern SAMPLE = Pattern.compile("/studio/[0-9a-f-]{36}");

  @TempDir private static Path folder;

  private static AttackedCity city;

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
    city.add(city.admin(), "petugas1", "officer", "");
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  @Test
  void aRunThatDoesNotWaitIsNotDecided() {
    Program officer = Program.of(city.address(), city.visit("petugas1"));
    Visit owner = city.visit("dinsos1");
    long loaded = city.sent(owner, "dinsos", "titipan_k.csv", "KODE;NILAI\nK;1\n");
    for (String act : List.of("approve", "decline")) {
      HttpResponse<String> answer = ended(officer, "/runs/" + loaded + "/" + act);
      assertThat(answer.body()).contains("approve.none");
    }

    long held = city.sent(owner, "dinsos", "titipan_l.csv", "KODE;NILAI\nL1;1\nL2;2\nL3;3\n");
    assertThat(ended(officer, "/runs/" + held + "/decline").statusCode()).isLessThan(300);
    assertThat(ended(officer, "/runs/" + held + "/decline").body()).contains("approve.decided");
    assertThat(ended(officer, "/runs/" + held + "/approve").body()).contains("approve.decided");
  }

  /** The answer itself, or what became of the work that it began. */
  private static HttpResponse<String> ended(Program officer, String act) {
    HttpResponse<String> answer = officer.post(act);
    if (answer.statusCode() != 202) {
      return answer;
    }
    String place = answer.headers().firstValue("Location").orElseThrow().replace("/api/v1", "");
    for (int tries = 0; tries < 100; tries++) {
      HttpResponse<String> work = officer.get(place);
      if (!Api.json(work).path("state").asText().equals("going")) {
        return work;
      }
      AttackedCity.pause();
    }
    throw new AssertionError("no end of " + act);
  }

  @Test
  void anEmptyDraftSaysSo() {
    Visit officer = city.visit("petugas1");
    HttpResponse<String> opened =
        officer.uploadTo(
            "/studio",
            officer.token("/studio"),
            List.of("agency", "dinsos", "dataset", "kosong"),
            "kosong.csv",
            "KODE;NILAI\nA;1\n".getBytes(StandardCharsets.UTF_8));
    Matcher place = SAMPLE.matcher(Visit.location(opened));
    assertThat(place.find()).isTrue();
    for (int tries = 0; tries < 100; tries++) {
      if (officer.get(place.group() + "/text").body().contains("columns:")) {
        break;
      }
      AttackedCity.pause();
    }

    officer.post(place.group() + "/text", place.group() + "/text", "yaml", "");

    assertThat(officer.get(place.group() + "/text").body()).contains("draf ini masih kosong");
  }
}
