package id.pde.app.server;

import id.pde.app.FailureFile;
import id.pde.app.OidcSettings;
import id.pde.app.RouteCheck;
import id.pde.app.Settings;
import id.pde.app.Wiring;
import id.pde.app.embedded.EmbeddedServer;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.web.server.PortInUseException;

/** {@code pde up} and {@code pde down}. */
public final class Up {

  private static final int DEFAULT_PORT = 8080;
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int INVALID = 2;
  private static final int BUSY = 7;
  private static final long DATABASE_SECONDS = 20;
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final Settings settings;
  private final PrintWriter out;

  /**
   * @param out takes what people read; the log is apart from it
   */
  public Up(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /** What is done once the server is ready. */
  public interface Opening {
    /** Serves on. */
    Opening NOTHING = server -> Optional.empty();

    /** An exit code ends the server; empty: it serves on. */
    Optional<Integer> ready(Server server);
  }

  /** Serves until the process is told to stop; returns early only where it cannot serve. */
  public int up(Optional<Integer> port) {
    return up(port, Opening.NOTHING);
  }

  /** The same, with something to do first. */
  public int up(Optional<Integer> port, Opening opening) {
    Optional<HomeGuard> guard;
    try {
      guard = HomeGuard.take(settings.home());
      if (guard.isEmpty()) {
        return other();
      }
    } catch (IOException unusable) {
      tell(
          new Text(
              "PDE_HOME tidak dapat dipakai: " + settings.home().root(),
              "PDE_HOME cannot be used: " + settings.home().root()));
      return FAILED;
    }
    HomeGuard held = guard.get();
    try {
      return serve(port.orElse(DEFAULT_PORT), opening);
    } finally {
      held.close();
    }
  }

  /** Stops the server of this home, if one runs, and its embedded database. */
  public int down() {
    try {
      Optional<ProcessHandle> holder = HomeGuard.holder(settings.home());
      if (holder.isPresent() && !stop(holder.get())) {
        return FAILED;
      }
      try (Wiring wiring = new Wiring(settings, this::tell)) {
        wiring.databases().embedded().ifPresent(EmbeddedServer::stop);
      }
      tell(new Text("PDE berhenti.", "PDE is stopped."));
      return DONE;
    } catch (IOException unreadable) {
      tell(
          new Text(
              "PDE_HOME tidak dapat dibaca: " + settings.home().root(),
              "PDE_HOME cannot be read: " + settings.home().root()));
      return FAILED;
    }
  }

  private int serve(int port, Opening opening) {
    Optional<Ports.Refusal> shut = Ports.refusal(port, settings.environment());
    if (shut.isPresent()) {
      tell(shut.get().text());
      return shut.get().code();
    }
    Wiring wiring = new Wiring(settings, this::tell);
    MappingFolder mappings = wiring.mappings().read();
    RouteCheck checked = RouteCheck.of(settings.routes(), mappings, settings.widened());
    mappings.faults().forEach(this::tell);
    OidcSettings.of(settings).faults().forEach(this::withoutOidc);
    if (!checked.faults().isEmpty()) {
      checked.faults().forEach(this::tell);
      wiring.close();
      return INVALID;
    }
    Server server;
    try {
      server = Server.start(wiring, checked, mappings, port);
    } catch (PortInUseException taken) {
      wiring.close();
      tell(Ports.taken(taken.getPort()).text());
      return BUSY;
    } catch (Exception failed) {
      wiring.close();
      new FailureFile(settings.home()).keep(failed);
      String kind = failed.getClass().getSimpleName();
      tell(
          new Text(
              "Server tidak dapat dimulai (" + kind + "); lihat " + settings.home().log(),
              "The server does not start (" + kind + "); see " + settings.home().log()));
      return FAILED;
    }
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              server.close();
              ended.countDown();
            },
            "pde-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      if (isMisplaced(server)) {
        server.close();
        Runtime.getRuntime().removeShutdownHook(hook);
        return INVALID;
      }
      ready(server);
      Optional<Integer> end = opening.ready(server);
      if (end.isPresent()) {
        server.close();
        Runtime.getRuntime().removeShutdownHook(hook);
        return end.get();
      }
      ended.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }

  /** Nobody is kept out: who has a password comes in. */
  private void withoutOidc(Text fault) {
    tell(
        new Text(
            "Login lewat penyedia tidak dibuka: " + fault.id(),
            "The login by the provider is not open: " + fault.en()));
  }

  /** Its folders are not those of another server on the same database. */
  private boolean isMisplaced(Server server) throws InterruptedException {
    server.database().awaitFirstLook(DATABASE_SECONDS);
    Optional<Issue> fault = server.misplaced();
    fault.ifPresent(this::tell);
    return fault.isPresent();
  }

  private void ready(Server server) {
    String web = server.addresses().web();
    String management = server.addresses().management();
    if (server.database().isUp()) {
      tell(
          new Text(
              "PDE siap: " + web + " (kesehatan: " + management + "/actuator/health)",
              "PDE is ready: " + web + " (health: " + management + "/actuator/health)"));
      setup(server);
      return;
    }
    tell(
        new Text(
            "PDE berjalan tanpa basis data: "
                + web
                + " (kesehatan: "
                + management
                + "/actuator/health); berkas menunggu sampai basis data kembali",
            "PDE runs without a database: "
                + web
                + " (health: "
                + management
                + "/actuator/health); files wait until it is back"));
  }

  /** Only who can read this, or the file that it came from, makes the first account. */
  private void setup(Server server) {
    try {
      server
          .setup()
          .ifPresent(
              link ->
                  tell(
                      new Text(
                          "Konsol belum punya akun; buat pengelola pertama: " + link,
                          "The console has no account yet; make the first administrator: "
                              + link)));
    } catch (RunStopped away) {
      // It went away this moment; the code stays in its file.
      tell(away.issue().message());
    }
  }

  private int other() {
    String pid = "?";
    try {
      pid = HomeGuard.holder(settings.home()).map(holder -> "" + holder.pid()).orElse("?");
    } catch (IOException unreadable) {
      pid = "?";
    }
    tell(
        new Text(
            "PDE sudah berjalan di "
                + settings.home().root()
                + " (proses "
                + pid
                + "); hentikan dengan ./pde down",
            "PDE already runs on "
                + settings.home().root()
                + " (process "
                + pid
                + "); stop it with ./pde down"));
    return BUSY;
  }

  private boolean stop(ProcessHandle holder) {
    holder.destroy();
    try {
      holder.onExit().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException stuck) {
      tell(
          new Text(
              "Proses " + holder.pid() + " belum berhenti; coba lagi",
              "Process " + holder.pid() + " has not stopped yet; try again"));
      return false;
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void tell(Issue fault) {
    Language language = settings.languageOrDefault();
    out.println(fault.location().shown() + ": " + fault.message().in(language));
    out.println("  " + fault.fix().in(language));
    out.flush();
  }

  private void tell(Text text) {
    out.println(text.in(settings.languageOrDefault()));
    out.flush();
  }
}
