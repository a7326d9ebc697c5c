package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.RunStopped;
import id.pde.run.account.Account;
import id.pde.web.door.Register;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a reader: what they chose in this browser, else that of their account. */
public final class ReaderLanguage implements LocaleResolver {

  /** Its cookie. */
  public static final String COOKIE = "pde_lang";

  private static final Locale INDONESIAN = Locale.forLanguageTag("id");

  private final Register register;

  public ReaderLanguage(Register register) {
    this.register = register;
  }

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return language(request) == Language.EN ? Locale.ENGLISH : INDONESIAN;
  }

  private Language language(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue().equals("en") ? Language.EN : Language.ID;
        }
      }
    }
    if (request.getUserPrincipal() == null) {
      return Language.ID;
    }
    try {
      Account account = register.now(request.getUserPrincipal().getName());
      return account == null ? Language.ID : account.language();
    } catch (RunStopped away) {
      return Language.ID;
    }
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("the language page sets the cookie");
  }
}
