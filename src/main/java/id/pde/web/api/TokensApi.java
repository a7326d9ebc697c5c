package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.Accounts.Token;
import id.pde.web.City;
import id.pde.web.door.OwnTokens;
import id.pde.web.door.OwnTokens.Answer;
import id.pde.web.work.Works;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The own tokens; nobody reaches those of others. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = MediaType.APPLICATION_JSON_VALUE)
final class TokensApi {

  private static final String PLACE = "/api/v1/tokens";

  private final OwnTokens tokens;
  private final Asked asked;

  TokensApi(City city, OwnTokens tokens, Works works) {
    this.tokens = tokens;
    this.asked = new Asked(city, works);
  }

  /**
   * A token.
   *
   * @param used null: never
   * @param token the word itself, once: in the answer that made it; null in every other
   */
  record TokenView(
      String label,
      String expires,
      @Nullable String used,
      boolean revoked,
      @Nullable String token) {
    static TokenView of(Token token) {
      return new TokenView(
          token.label(),
          RunView.time(token.expires()),
          token.used() == null ? null : RunView.time(token.used()),
          token.revoked(),
          null);
    }

    /** Never the word. */
    @Override
    public String toString() {
      return label + " " + expires;
    }
  }

  @GetMapping
  List<TokenView> all(Account me) {
    return tokens.all(me).stream().map(TokenView::of).toList();
  }

  /** Makes a token; once for each key, and only the first answer has the word. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<TokenView> make(
      @RequestParam("label") String label,
      @RequestParam(name = "days", defaultValue = "90") int days,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    String what = "token " + label.strip() + " " + days;
    if (key != null && asked.repeated(new Asked.Request(key, what), key, me.name())) {
      Token made = tokens.holding(me, label.strip()).orElseThrow(Problem::missing);
      return created(TokenView.of(made));
    }
    Answer answer = tokens.make(me, label, days);
    if (answer instanceof Answer.Faulty faulty) {
      Problem wrong =
          new Problem(
              HttpStatus.UNPROCESSABLE_ENTITY,
              "token.label",
              faulty.fault(),
              new Text("pakai label lain", "use another label"));
      throw asked.refused(key, me.name(), wrong);
    }
    asked.done(key, me.name(), PLACE);
    Answer.Made made = (Answer.Made) answer;
    return created(
        new TokenView(made.label(), RunView.time(made.expires()), null, false, made.word()));
  }

  private static ResponseEntity<TokenView> created(TokenView view) {
    return ResponseEntity.created(URI.create(PLACE)).body(view);
  }

  /** Ends the own token of a label at once. */
  @PostMapping("/revoke")
  List<TokenView> revoke(@RequestParam("label") String label, Account me) {
    if (!tokens.revoke(me, label)) {
      throw Problem.missing();
    }
    return all(me);
  }
}
