package id.pde.web.seen;

import id.pde.run.FileFaults;
import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.web.City;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;

/** The answer to the sender: their workbook with what is wrong, the receipt, the JSON. */
public record AnswerFile(String name, Resource content) {

  /** How a browser names the download. */
  public String disposition() {
    return ContentDisposition.attachment()
        .filename(name, StandardCharsets.UTF_8)
        .build()
        .toString();
  }

  /**
   * Makes it again, and notes who took it.
   *
   * @param kind {@code workbook}, {@code text} or {@code json}
   * @throws PageMissing where there is none, or none that this reader may have
   */
  public static AnswerFile of(City city, Account me, long number, String kind) {
    RunReport run = Reach.run(city, me, number);
    // It is the sender's own file, with all that is personal in it.
    if (!me.works() && !me.is(Role.AGENCY)) {
      throw new PageMissing();
    }
    String ending = ending(kind);
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Path folder = Files.createTempDirectory(place, "pde-answer");
      try {
        List<String> files = city.as(me.name()).receipt(run, folder);
        String name =
            files.stream()
                .filter(file -> file.endsWith(ending))
                .findFirst()
                .orElseThrow(PageMissing::new);
        byte[] bytes = Files.readAllBytes(folder.resolve(name));
        city.acts().note(me.name(), "answer", "run " + number, kind);
        return new AnswerFile(name, new ByteArrayResource(bytes));
      } finally {
        remove(folder);
      }
    } catch (IOException full) {
      throw FileFaults.at(place, full);
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

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
