package id.pde.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A city in which rows wait: a mapping that loads the rest, and an agency that sends to it. */
record WaitingCity(ConsoleServer console, Visit officer, Visit agency) {

  /** The agency dinsos is {@code citra}; {@code dewi} is an analyst. */
  static WaitingCity of(ConsoleServer console) throws IOException {
    Visit officer = ApiPeople.first(console);
    ApiPeople.account(officer, "citra", "agency", "dinsos");
    ApiPeople.account(officer, "dewi", "analyst", "");
    Path mapping = console.mappings().resolve("dinsos/titipan.yaml");
    String lenient = "tolerance: {rejects: 100%, reject-rows: 100}";
    Files.writeString(
        mapping, Files.readString(mapping).replaceFirst("(?m)^tolerance:.*$", lenient));
    return new WaitingCity(console, officer, ApiPeople.visit(console, "citra"));
  }

  /** Sends a file and waits until its answer has a workbook to correct. */
  void sent(String name, String text) throws InterruptedException {
    HttpResponse<String> answer =
        agency.upload("dinsos", name, text.getBytes(StandardCharsets.UTF_8));
    String place = Visit.location(answer).replaceFirst("^https?://[^/]+", "");
    for (int tries = 0; tries < 300; tries++) {
      if (agency.get(place).body().contains("/answer/workbook")) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("no answer to " + name + ": " + agency.get(place).body());
  }
}
