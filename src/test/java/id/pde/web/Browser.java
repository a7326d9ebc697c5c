package id.pde.web;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real Chromium without a screen, as {@code ./pde test} installs it. */
final class Browser implements AutoCloseable {

  static final Dimension DESK = new Dimension(1280, 720);
  static final Dimension PHONE = new Dimension(390, 844);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String address;
  private final ChromeDriver driver;

  Browser(String address, Path profile) {
    this.address = address;
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium", "google-chrome").toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(program("chromedriver"))
            .usingAnyFreePort()
            .build();
    this.driver = new ChromeDriver(service, options);
    // A picture of a whole page takes the focus away from the window.
    driver.executeCdpCommand("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    size(DESK);
  }

  private static File program(String... names) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(names)
        .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(at -> new File(at, name)))
        .filter(File::canExecute)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    names[0] + " is missing: apt-get install chromium chromium-driver"));
  }

  ChromeDriver driver() {
    return driver;
  }

  /** The size of the page itself, whatever is around it. */
  void size(Dimension size) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            size.getWidth(),
            "height",
            size.getHeight(),
            "deviceScaleFactor",
            1,
            "mobile",
            false));
  }

  Browser open(String path) {
    driver.get(path.startsWith("http") ? path : address + path);
    return this;
  }

  Browser fill(String id, String text) {
    WebElement field = driver.findElement(By.id(id));
    field.clear();
    field.sendKeys(text);
    return this;
  }

  Browser choose(String id, String value) {
    driver.findElement(By.cssSelector("#" + id + " option[value='" + value + "']")).click();
    return this;
  }

  Browser click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
    return this;
  }

  /** Presses the button of the form that goes to an address, and waits for the next page. */
  Browser send(String action) {
    driver.executeScript("window.left = false");
    click("form[action='" + action + "'] button[type=submit]");
    patiently(
        () -> "nothing came after " + action,
        () ->
            Boolean.TRUE.equals(
                    driver.executeScript(
                        "return window.left !== false && document.readyState === 'complete'"))
                ? Optional.of(true)
                : Optional.empty());
    return this;
  }

  /**
   * Asks again while there is no answer: a page that is on its way out answers with faults of many
   * kinds, not only of stale elements.
   */
  private static <T> T patiently(Supplier<String> missing, Supplier<Optional<T>> question) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Optional<T> answer = question.get();
        if (answer.isPresent()) {
          return answer.get();
        }
        if (System.nanoTime() > deadline) {
          throw new AssertionError(missing.get());
        }
      } catch (WebDriverException leaving) {
        if (System.nanoTime() > deadline) {
          throw leaving;
        }
      }
      pause();
    }
  }

  void login(String name, String password) {
    driver.manage().deleteAllCookies();
    open("/login").fill("name", name).fill("password", password).send("/login");
  }

  /** What can be read, once the page that is on its way is there. */
  String text() {
    return patiently(
        () -> "no page", () -> Optional.of(driver.findElement(By.tagName("body")).getText()));
  }

  /** What the session gets where a link leads to. */
  byte[] fetched(String link) {
    String script =
        "const done = arguments[1]; fetch(arguments[0]).then(r => r.blob()).then(b => {"
            + "const read = new FileReader(); read.onload = () => done(read.result.split(',')[1]);"
            + "read.readAsDataURL(b); });";
    String to = driver.findElement(By.cssSelector(link)).getDomAttribute("href");
    return Base64.getDecoder().decode(String.valueOf(driver.executeAsyncScript(script, to)));
  }

  String path() {
    return driver.getCurrentUrl().replaceFirst("^https?://[^/]+", "");
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !all(selector).isEmpty();
  }

  /** Waits until something is on the page, which may come by itself. */
  Browser await(String selector) {
    patiently(
        () -> "no " + selector + " on " + path() + ":\n" + text(),
        () -> has(selector) ? Optional.of(true) : Optional.empty());
    return this;
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  /** A picture of the whole page, also of what is below the window's lower edge. */
  void picture(Path file) {
    String script =
        "const page = document.documentElement; return page.clientWidth + ' ' + page.scrollHeight";
    String[] size = String.valueOf(driver.executeScript(script)).split(" ", -1);
    Map<String, Object> all =
        Map.of(
            "x",
            0,
            "y",
            0,
            "width",
            Integer.parseInt(size[0]),
            "height",
            Integer.parseInt(size[1]),
            "scale",
            1);
    Object shot =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot",
                Map.of("format", "png", "captureBeyondViewport", true, "clip", all))
            .get("data");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, Base64.getDecoder().decode(String.valueOf(shot)));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
