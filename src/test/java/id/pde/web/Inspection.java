package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What has to hold for every page: nothing cut, every word in its language, usable by everybody.
 */
final class Inspection {

  private static final String AXE = script();

  /** Text that its box cuts off, and boxes that stick out of the page. */
  private static final String CUT =
      """
      const bad = [];
      const page = document.documentElement;
      if (page.scrollWidth > page.clientWidth) bad.push('page wider than the window: ' + page.scrollWidth);
      for (const e of document.querySelectorAll('main *')) {
        const style = getComputedStyle(e);
        if (style.visibility === 'hidden' || style.display === 'none' || e.closest('.hidden')) continue;
        if (e.closest('details:not([open])') && !e.closest('summary')) continue;
        const box = e.getBoundingClientRect();
        if (box.width === 0 || e.closest('.scroll') || e.closest('svg') || e.closest('pre')) continue;
        if (box.right > page.clientWidth + 1) bad.push(e.tagName + ' sticks out: ' + e.textContent.trim().slice(0, 40));
        if (style.overflow === 'hidden' && e.scrollWidth > e.clientWidth + 1) bad.push(e.tagName + ' cut: ' + e.textContent.trim().slice(0, 40));
      }
      return bad.slice(0, 5);
      """;

  private static final String CHECK =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})
        .then(result => done(result.violations.map(v => v.id + ': ' + v.nodes.slice(0, 2).map(n => n.html.slice(0, 120)).join(' | '))));
      """;

  private Inspection() {}

  static void of(Browser browser, String page) {
    List<?> cut = (List<?>) browser.driver().executeScript(CUT);
    assertThat(cut).as("cut or sticking out on " + page).isEmpty();
    assertThat(browser.text()).as("words of " + page).doesNotContain("??");
    browser.driver().executeScript(AXE);
    List<?> found = (List<?>) browser.driver().executeAsyncScript(CHECK);
    assertThat(found).as("axe on " + page).isEmpty();
  }

  private static String script() {
    try (InputStream in =
        Objects.requireNonNull(Inspection.class.getResourceAsStream("/axe.min.js"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
