package id.pde.web.page;

import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answer to the sender: their workbook with what is wrong, the receipt, the JSON. */
@Controller
final class AnswerPage {

  private final City city;

  AnswerPage(City city) {
    this.city = city;
  }

  /** The files of an answer by what they are: {@code workbook}, {@code text} or {@code json}. */
  @GetMapping("/runs/{number}/answer/{kind}")
  ResponseEntity<Resource> answer(
      @PathVariable("number") long number, @PathVariable("kind") String kind, Account me) {
    RunReport run = Reach.run(city, me, number);
    // It is the sender's own file, with all that is personal in it.
    if (!me.works() && !me.is(Role.AGENCY)) {
      throw new PageMissing();
    }
    String ending = ending(kind);
    try {
      Path folder = Files.createTempDirectory("pde-answer");
      try {
        List<String> files = city.as(me.name()).receipt(run, folder);
        String name =
            files.stream()
                .filter(file -> file.endsWith(ending))
                .findFirst()
                .orElseThrow(PageMissing::new);
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        city.acts().note(me.name(), "answer", "run " + number, kind);
        return ResponseEntity.ok()
            .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name))
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .body(new ByteArrayResource(bytes));
      } finally {
        remove(folder);
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static String ending(String kind) {
    return switch (kind) {
      case "workbook" -> ".xlsx";
      case "text" -> ".txt";
      case "json" -> ".json";
      default -> throw new PageMissing();
    };
  }

  static String disposition(String name) {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
