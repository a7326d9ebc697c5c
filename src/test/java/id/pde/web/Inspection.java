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

  /** Texts of different elements that lie on one another. */
  private static final String OVERLAP =
      """
      const texts = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const e = node.parentElement;
        if (!node.textContent.trim() || e.closest('script, style, option, textarea, datalist, .hidden, .skip, svg title')) continue;
        if (e.closest('details:not([open])') && !e.closest('summary')) continue;
        const style = getComputedStyle(e);
        if (style.visibility === 'hidden' || style.display === 'none' || Number(style.opacity) === 0) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        // What scrolls is seen only within its box.
        let seen = {left: 0, right: document.documentElement.scrollWidth, top: -1e9, bottom: 1e9};
        for (let at = e; at && at !== document.body; at = at.parentElement) {
          if (getComputedStyle(at).overflowX === 'visible') continue;
          const box = at.getBoundingClientRect();
          seen = {left: Math.max(seen.left, box.left), right: Math.min(seen.right, box.right),
                  top: Math.max(seen.top, box.top), bottom: Math.min(seen.bottom, box.bottom)};
        }
        for (const r of range.getClientRects()) {
          // The letters themselves are lower than their line.
          const slack = r.height * 0.15;
          const box = {e, text: node.textContent.trim(), left: Math.max(r.left, seen.left), right: Math.min(r.right, seen.right),
                       top: Math.max(r.top + slack, seen.top), bottom: Math.min(r.bottom - slack, seen.bottom)};
          if (box.right - box.left > 1 && box.bottom - box.top > 1) texts.push(box);
        }
      }
      texts.sort((a, b) => a.top - b.top);
      const bad = [];
      for (let i = 0; i < texts.length && bad.length < 5; i++) {
        for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom - 2; j++) {
          const a = texts[i], b = texts[j];
          if (a.e === b.e) continue;
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 2 && high > 2) bad.push(a.text.slice(0, 40) + ' / ' + b.text.slice(0, 40));
        }
      }
      return bad;
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
    List<?> overlapping = (List<?>) browser.driver().executeScript(OVERLAP);
    assertThat(overlapping).as("texts that lie on one another on " + page).isEmpty();
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
