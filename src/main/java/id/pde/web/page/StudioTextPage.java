package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.studio.Sample;
import id.pde.web.seen.PageMissing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The text of a draft, with what the checker says of it. */
@Controller
final class StudioTextPage {

  /** Characters; a mapping file has no more. */
  private static final int LONGEST = 1_000_000;

  private static final Text TOO_LONG =
      new Text(
          "Teks ini lebih dari 1.000.000 huruf; tidak disimpan. Pindahkan daftar panjang ke"
              + " codes/*.csv.",
          "This text has more than 1,000,000 characters; it was not kept. Move long lists to"
              + " codes/*.csv.");

  private final StudioDesk desk;

  StudioTextPage(StudioDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/studio/{id}/text")
  String text(@PathVariable("id") UUID id, Account me, Locale locale, Model model) {
    Sample sample = desk.own(me, id);
    if (desk.waits(sample, locale)) {
      return "redirect:/studio/{id}";
    }
    String yaml = desk.draft(sample, locale).orElse("");
    desk.shown(sample, "text", yaml, locale, model);
    model.addAttribute("yaml", yaml);
    return "studiotext";
  }

  @PostMapping("/studio/{id}/text")
  String keep(
      @PathVariable("id") UUID id,
      @RequestParam("yaml") String yaml,
      Account me,
      RedirectAttributes told) {
    Sample sample = desk.own(me, id);
    if (yaml.length() > LONGEST) {
      told.addFlashAttribute("faults", List.of(TOO_LONG));
    } else {
      String lines = yaml.replace("\r\n", "\n").replace('\r', '\n');
      desk.workshop().samples().draft(sample, lines);
    }
    return "redirect:/studio/{id}/text";
  }

  /** For a folder that the server cannot write. */
  @GetMapping("/studio/{id}/draft")
  ResponseEntity<byte[]> download(@PathVariable("id") UUID id, Account me) {
    Sample sample = desk.own(me, id);
    Optional<String> yaml = desk.workshop().samples().draft(sample);
    byte[] bytes = yaml.orElseThrow(PageMissing::new).getBytes(StandardCharsets.UTF_8);
    ContentDisposition disposition =
        ContentDisposition.attachment().filename(sample.dataset() + ".yaml").build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .body(bytes);
  }
}
