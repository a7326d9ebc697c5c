package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.web.door.Register;
import id.pde.web.seen.PageMissing;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page the account of who asks, as its rights are now. */
public final class CurrentAccount implements HandlerMethodArgumentResolver {

  private final Register register;

  public CurrentAccount(Register register) {
    this.register = register;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Account.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Principal principal = request.getUserPrincipal();
    Account account = principal == null ? null : register.now(principal.getName());
    if (account == null) {
      throw new PageMissing();
    }
    return account;
  }
}
