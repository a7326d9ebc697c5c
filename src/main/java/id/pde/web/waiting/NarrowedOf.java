package id.pde.web.waiting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a page, or the API, what of the waiting rows its address asks for; pages show it, too. */
public final class NarrowedOf implements HandlerMethodArgumentResolver {

  /** The parameters that are read together. */
  public static final List<String> NAMES = List.of("agency", "dataset", "code", "column", "state");

  /** Where templates find it. */
  private static final String NAME = "narrowed";

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Narrowed.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders)
      throws ServletRequestBindingException {
    Narrowed narrowed =
        new Narrowed(
            given(request, "agency"),
            given(request, "dataset"),
            given(request, "code"),
            given(request, "column"),
            state(request));
    if (container != null) {
      container.addAttribute(NAME, narrowed);
    }
    return narrowed;
  }

  /** What is not known is not taken for something else. */
  private static String state(NativeWebRequest request) throws ServletRequestBindingException {
    String state = given(request, "state");
    return switch (state) {
      case "", "open" -> "";
      case Narrowed.IGNORED -> state;
      default -> throw new ServletRequestBindingException("state");
    };
  }

  private static String given(NativeWebRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
