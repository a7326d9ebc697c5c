package id.pde.cli;

import id.pde.model.Issue;
import id.pde.run.Logins;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Logins of analysts, one of whom can be dropped. */
final class FakeLogins implements Logins {

  @Override
  public List<Known> list() {
    return List.of(new Known("sari", "analyst", "2026-03-31", 2));
  }

  @Override
  public @Nullable Issue refusal(String name) {
    return switch (name) {
      case "sari" -> null;
      case "tiada" -> FakeEngine.issue("user.missing");
      default -> FakeEngine.issue("user.foreign");
    };
  }

  @Override
  public Dropped drop(String name) {
    Issue refusal = refusal(name);
    return refusal == null ? new Dropped.Done(2) : new Dropped.Refused(refusal);
  }
}
