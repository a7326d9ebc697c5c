package id.pde.web;

import id.pde.web.ask.Desk;
import id.pde.web.board.Wall;
import id.pde.web.door.Doors;
import id.pde.web.door.Register;
import id.pde.web.page.CurrentAccount;
import id.pde.web.page.ReaderLanguage;
import id.pde.web.studio.SampleAnswers;
import id.pde.web.waiting.NarrowedOf;
import id.pde.web.work.WorkEvents;
import id.pde.web.work.Works;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.yaml.MappingJackson2YamlHttpMessageConverter;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The pages and what they share. Needs one {@link City} and one {@link InstantSource}. */
@Configuration(proxyBeanMethods = false)
@Import(Doors.class)
@ComponentScan(
    basePackages = {
      "id.pde.web.page",
      "id.pde.web.seen",
      "id.pde.web.door",
      "id.pde.web.api",
      "id.pde.web.openapi"
    })
public class Console implements WebMvcConfigurer {

  private static final String HOME = "id/pde/web/";
  private static final Duration CACHED = Duration.ofHours(1);

  private final Register register;

  Console(Register register) {
    this.register = register;
  }

  /**
   * A library of the API description brings a reader of YAML with it: what programs send is JSON,
   * and a mapping is read by PDE itself.
   */
  @Override
  public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
    converters.removeIf(MappingJackson2YamlHttpMessageConverter.class::isInstance);
  }

  /** Beans that the configuration itself needs. */
  @Configuration(proxyBeanMethods = false)
  public static class Parts {

    @Bean
    Register register(City city, InstantSource clock) {
      return new Register(city.accounts(), clock);
    }

    @Bean
    Shelf shelf(City city, InstantSource clock) {
      return new Shelf(city.mappings(), clock);
    }

    @Bean(destroyMethod = "close")
    Works works(InstantSource clock) {
      return new Works(clock);
    }

    @Bean(destroyMethod = "close")
    WorkEvents workEvents(Works works) {
      return new WorkEvents(works);
    }

    @Bean
    SampleAnswers sampleAnswers(Works works) {
      return new SampleAnswers(works);
    }

    @Bean(destroyMethod = "close")
    Desk desk(City city, InstantSource clock) {
      return new Desk(city, clock);
    }

    @Bean(destroyMethod = "close")
    Wall wall(City city, Shelf shelf, InstantSource clock) {
      return new Wall(city, shelf, clock);
    }

    @Bean
    LocaleResolver localeResolver(Register register) {
      return new ReaderLanguage(register);
    }

    @Bean
    MessageSource messageSource() {
      ResourceBundleMessageSource words = new ResourceBundleMessageSource();
      words.setBasename(HOME + "words");
      words.setDefaultEncoding(StandardCharsets.UTF_8.name());
      words.setFallbackToSystemLocale(false);
      words.setAlwaysUseMessageFormat(false);
      return words;
    }

    @Bean
    ClassLoaderTemplateResolver pages() {
      ClassLoaderTemplateResolver resolver =
          new ClassLoaderTemplateResolver(Console.class.getClassLoader());
      resolver.setPrefix(HOME + "pages/");
      resolver.setSuffix(".html");
      resolver.setTemplateMode(TemplateMode.HTML);
      resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
      resolver.setCacheable(true);
      return resolver;
    }
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry resources) {
    resources
        .addResourceHandler("/assets/**")
        .addResourceLocations(
            "classpath:/" + HOME + "assets/",
            "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
        .setCacheControl(CacheControl.maxAge(CACHED));
  }

  /** Nothing is checked by annotations: without this, each start would set up who does. */
  @Override
  public Validator getValidator() {
    return new Unchecked();
  }

  private static final class Unchecked implements Validator {

    @Override
    public boolean supports(Class<?> kind) {
      return false;
    }

    @Override
    public void validate(Object target, Errors errors) {
      // Supports nothing.
    }
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new CurrentAccount(register));
    resolvers.add(new NarrowedOf());
  }
}
