package id.pde.web.page;

import id.pde.run.MappingFiles.Found;
import id.pde.run.Tried;
import id.pde.run.account.Account;
import id.pde.run.studio.Sample;
import id.pde.web.page.StudioDesk.Plans;
import id.pde.web.studio.SampleAnswers.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What a draft makes of its sample, and what a load of it would do to the table. */
@Controller
final class StudioRowsPage {

  private final StudioDesk desk;

  StudioRowsPage(StudioDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/studio/{id}/rows")
  String rows(
      @PathVariable("id") UUID id,
      Account me,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sample sample = desk.own(me, id);
    if (desk.waits(sample, locale)) {
      return "redirect:/studio/{id}";
    }
    String yaml = desk.draft(sample, locale).orElse("");
    Found found = desk.shown(sample, "rows", yaml, locale, model);
    Standing<Tried> standing = found.mapping() == null ? null : desk.tried(sample, found);
    refresh(standing, response);
    model.addAttribute("mapping", found.mapping());
    model.addAttribute("standing", standing);
    model.addAttribute("tried", standing == null ? null : standing.answer());
    return "studiorows";
  }

  /** Reads the sample again, for what is beside the draft may have changed. */
  @PostMapping("/studio/{id}/rows")
  String again(@PathVariable("id") UUID id, Account me) {
    desk.forget(desk.own(me, id));
    return "redirect:/studio/{id}/rows";
  }

  @GetMapping("/studio/{id}/plan")
  String plan(
      @PathVariable("id") UUID id,
      Account me,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sample sample = desk.own(me, id);
    if (desk.waits(sample, locale)) {
      return "redirect:/studio/{id}";
    }
    String yaml = desk.draft(sample, locale).orElse("");
    Found found = desk.shown(sample, "plan", yaml, locale, model);
    Standing<Plans> standing = desk.planned(sample, found).orElse(null);
    refresh(standing, response);
    model.addAttribute("standing", standing);
    Plans plans = standing == null ? null : standing.answer();
    model.addAttribute("reports", plans == null ? null : plans.reports());
    return "studioplan";
  }

  @PostMapping("/studio/{id}/plan")
  String begin(@PathVariable("id") UUID id, Account me) {
    Sample sample = desk.own(me, id);
    Found found = desk.checked(sample);
    if (found.mapping() != null) {
      desk.plan(sample, found);
    }
    return "redirect:/studio/{id}/plan";
  }

  private static void refresh(@Nullable Standing<?> standing, HttpServletResponse response) {
    if (standing != null && standing.going()) {
      response.setHeader("Refresh", "2");
    }
  }
}
