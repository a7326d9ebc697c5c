package id.pde.web.door;

import id.pde.run.account.Role;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets where. What belongs to an agency is looked at once more where it is shown: a path says
 * what kind of page it is, not whose run is on it.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Doors {

  /** A quarter of a second for each try on a machine of 2025. */
  private static final int STRENGTH = 11;

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final String[] OPEN = {"/login", "/setup", "/assets/**", "/language", "/error"};

  private static final String[] OFFICERS = {
    "/codes/**", "/schedules/*/*", "/studio/**", "/works/**", "/quarantine/**"
  };

  private static final String ADMIN = Role.ADMIN.name();
  private static final String OFFICER = Role.OFFICER.name();
  private static final String APPROVER = Role.APPROVER.name();
  private static final String ANALYST = Role.ANALYST.name();
  private static final String AGENCY = Role.AGENCY.name();

  /** Before all others: they read what was sent. */
  @Bean
  FilterRegistrationBean<BodyGate> bodyGate() {
    FilterRegistrationBean<BodyGate> gate = new FilterRegistrationBean<>(new BodyGate());
    gate.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return gate;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BCryptPasswordEncoder(STRENGTH);
  }

  @Bean
  AuthenticationManager authenticationManager(Register register, PasswordEncoder encoder) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(register);
    provider.setPasswordEncoder(encoder);
    return new ProviderManager(provider);
  }

  @Bean
  SecurityFilterChain console(
      HttpSecurity http, Register register, LoginEnds ends, ObjectProvider<SideDoor> side)
      throws Exception {
    http.authorizeHttpRequests(
        rules ->
            rules
                .requestMatchers("/actuator/**")
                .permitAll()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers("/accounts/**")
                .hasRole(ADMIN)
                .requestMatchers("/audit/**", "/health/**")
                .hasAnyRole(ADMIN, OFFICER)
                .requestMatchers(HttpMethod.POST, "/runs/*/approve", "/runs/*/decline")
                .hasAnyRole(ADMIN, APPROVER, OFFICER)
                .requestMatchers(HttpMethod.POST, "/runs/**")
                .hasAnyRole(ADMIN, OFFICER)
                .requestMatchers(HttpMethod.POST, OFFICERS)
                .hasAnyRole(ADMIN, OFFICER)
                .requestMatchers("/codes/**", "/studio/**", "/datasets/*/*/versions/**")
                .hasAnyRole(ADMIN, OFFICER)
                .requestMatchers("/schedules/**", "/works/**")
                .hasAnyRole(ADMIN, OFFICER, APPROVER)
                .requestMatchers("/sql/**", "/catalogue/**", "/tables/**", "/board/**")
                .hasAnyRole(ADMIN, OFFICER, APPROVER, ANALYST)
                .requestMatchers("/upload/**")
                .hasAnyRole(ADMIN, OFFICER, AGENCY)
                .anyRequest()
                .authenticated());
    http.formLogin(
        form ->
            form.loginPage("/login")
                .usernameParameter("name")
                .successHandler(ends)
                .failureHandler(ends));
    http.logout(out -> out.logoutSuccessHandler(ends));
    http.headers(
        headers ->
            headers
                .addHeaderWriter(
                    (request, response) ->
                        response.setHeader("Content-Security-Policy", policy(side)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    http.requestCache(cache -> cache.requestCache(new SafeReturn()));
    http.addFilterBefore(new SetupGate(register), UsernamePasswordAuthenticationFilter.class);
    http.addFilterBefore(ends.limit(), UsernamePasswordAuthenticationFilter.class);
    http.addFilterBefore(new RightsWatch(register), AuthorizationFilter.class);
    SideDoor door = side.getIfAvailable();
    if (door != null) {
      door.open(http, ends);
    }
    return http.build();
  }

  /**
   * Browsers hold a form to it even where the answer leads on: a logout goes on to the provider.
   */
  private static String policy(ObjectProvider<SideDoor> side) {
    return Optional.ofNullable(side.getIfAvailable())
        .flatMap(SideDoor::beyond)
        .map(place -> POLICY.replace("form-action 'self'", "form-action 'self' " + place))
        .orElse(POLICY);
  }
}
