package id.pde.web.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.web.City;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The way in for programs: a token, or nothing but what is public. */
@Configuration(proxyBeanMethods = false)
public class ApiDoors {

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, City city, ObjectMapper json) throws Exception {
    http.securityMatcher("/api/**");
    http.authorizeHttpRequests(
        rules ->
            rules
                .requestMatchers("/api/v1/public/**", "/api/v1/openapi.json")
                .permitAll()
                .anyRequest()
                .authenticated());
    http.csrf(AbstractHttpConfigurer::disable);
    http.sessionManagement(
        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.requestCache(AbstractHttpConfigurer::disable);
    http.exceptionHandling(
        faults ->
            faults
                .authenticationEntryPoint(
                    (request, response, why) -> write(noToken(), request, response, json))
                .accessDeniedHandler(
                    (request, response, why) -> write(Problem.denied(), request, response, json)));
    http.addFilterBefore(new TokenDoor(city), AuthorizationFilter.class);
    return http.build();
  }

  private static Problem noToken() {
    return new Problem(
        HttpStatus.UNAUTHORIZED,
        "api.token",
        new Text(
            "Token tidak ada, salah, lewat waktu atau dicabut",
            "No token, or one that is wrong, too old or revoked"),
        new Text(
            "kirim Authorization: Bearer pde_...; token dibuat di halaman akun sendiri",
            "send Authorization: Bearer pde_...; tokens are made on one's own page"));
  }

  private static void write(
      Problem problem, HttpServletRequest request, HttpServletResponse response, ObjectMapper json)
      throws IOException {
    response.setStatus(problem.status().value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem.body(language(request)));
  }

  static Language language(HttpServletRequest request) {
    String wanted = request.getHeader("Accept-Language");
    return wanted != null && wanted.startsWith("en") ? Language.EN : Language.ID;
  }
}
