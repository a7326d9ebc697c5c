package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.RunStopped;
import id.pde.run.account.Account;
import id.pde.web.Say;
import id.pde.web.door.Register;
import id.pde.web.work.WorkEvents.Reader;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Who listens to work: in their words, and no longer than their rights are the same. */
@Component
final class Listening {

  private final Register register;
  private final InstantSource clock;

  Listening(Register register, InstantSource clock) {
    this.register = register;
    this.clock = clock;
  }

  Reader reader(Account me, Locale locale) {
    Language language = locale.getLanguage().equals("en") ? Language.EN : Language.ID;
    return new Reader(me.name(), new Say(language, clock.instant()), () -> stands(me));
  }

  private boolean stands(Account me) {
    try {
      Account now = register.now(me.name());
      return now != null && !now.disabled() && now.version() == me.version();
    } catch (RunStopped away) {
      return false;
    }
  }
}
