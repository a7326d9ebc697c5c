package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import id.pde.run.Secrets.Found;
import id.pde.run.account.Role;
import id.pde.web.oidc.Provider;
import id.pde.web.oidc.Provider.Grant;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The provider of accounts as {@code PDE_OIDC_...} names it: whole, or not at all. */
public final class OidcSettings {

  static final String SECRET = "PDE_OIDC_SECRET";
  static final String FILE = "oidc-secret";

  private static final String START = "PDE_OIDC_";
  private static final String ISSUER = "PDE_OIDC_ISSUER";
  private static final String CLIENT = "PDE_OIDC_CLIENT";
  private static final String ROLES = "PDE_OIDC_ROLES";
  private static final Set<String> KNOWN =
      Set.of(
          ISSUER,
          CLIENT,
          SECRET,
          ROLES,
          "PDE_OIDC_GROUPS",
          "PDE_OIDC_NAME",
          "PDE_OIDC_SCOPES",
          "PDE_OIDC_TITLE",
          "PDE_OIDC_CONTACT");

  private final Map<String, String> environment;
  private final HomeSecrets secrets;
  private final List<Text> faults = new ArrayList<>();

  private OidcSettings(Settings settings) {
    this.environment = settings.environment();
    this.secrets = new HomeSecrets(settings.home(), environment);
  }

  /**
   * What is configured.
   *
   * @param provider empty: none, or only half of one
   * @param faults what is missing or wrong; never a secret
   */
  public record Read(Optional<Provider> provider, List<Text> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /** Reads the variables; without any there is neither a provider nor a fault. */
  public static Read of(Settings settings) {
    boolean wanted =
        settings.environment().entrySet().stream()
            .anyMatch(one -> one.getKey().startsWith(START) && !one.getValue().isBlank());
    return wanted ? new OidcSettings(settings).read() : new Read(Optional.empty(), List.of());
  }

  private Read read() {
    unknown();
    String issuer = needed(ISSUER, "https://sso.kota.go.id/realms/kota");
    if (!issuer.isEmpty() && !isIssuer(issuer)) {
      wrong(
          ISSUER,
          "harus alamat https tanpa ? dan #, persis seperti penyedia menyebut dirinya",
          "must be an https address without ? and #, exactly as the provider calls itself");
    }
    String client = needed(CLIENT, "pde");
    secret();
    Map<String, Grant> grants = grants(needed(ROLES, "pde-petugas=officer; pde-opd=agency:dinsos"));
    if (!faults.isEmpty()) {
      return new Read(Optional.empty(), faults);
    }
    Provider provider =
        new Provider(
            issuer,
            client,
            () -> secrets.find(reference()) instanceof Found.Word word ? word.word() : "",
            or("PDE_OIDC_GROUPS", "groups"),
            or("PDE_OIDC_NAME", "preferred_username"),
            scopes(),
            grants,
            or("PDE_OIDC_TITLE", "SSO"),
            Optional.of(or("PDE_OIDC_CONTACT", "")).filter(text -> !text.isEmpty()));
    return new Read(Optional.of(provider), List.of());
  }

  private void unknown() {
    Set<String> others = new TreeSet<>(environment.keySet());
    others.removeIf(name -> !name.startsWith(START) || KNOWN.contains(name));
    for (String name : others) {
      String names = KNOWN.stream().sorted().collect(Collectors.joining(", "));
      wrong(name, "tidak dikenal; yang ada: " + names, "is not known; there are: " + names);
    }
  }

  private void secret() {
    SecretCheck.fault(reference(), secrets)
        .ifPresent(
            fault ->
                faults.add(
                    environment.getOrDefault(SECRET, "").isEmpty()
                        ? new Text(
                            "rahasia klien OIDC: " + fault.id() + " (atau isi " + SECRET + ")",
                            "secret of the OIDC client: " + fault.en() + " (or set " + SECRET + ")")
                        : fault));
  }

  private Secret reference() {
    return environment.getOrDefault(SECRET, "").isEmpty()
        ? new Secret.InFile(FILE)
        : new Secret.InEnvironment(SECRET);
  }

  private Set<String> scopes() {
    return new TreeSet<>(List.of(or("PDE_OIDC_SCOPES", "openid").split("[,\\s]+")));
  }

  /** {@code group=role; group=agency:ID}; a group may have = and , in its name. */
  private Map<String, Grant> grants(String list) {
    Map<String, Grant> grants = new LinkedHashMap<>();
    for (String part : list.split("[;\\n]", -1)) {
      if (part.isBlank()) {
        continue;
      }
      int at = part.lastIndexOf('=');
      String group = at < 0 ? "" : part.substring(0, at).strip();
      Grant grant = at < 0 ? null : grant(part.substring(at + 1).strip());
      if (group.isEmpty() || grant == null) {
        wrong(
            ROLES,
            "\"" + part.strip() + "\" bukan KELOMPOK=PERAN; peran: " + roles(),
            "\"" + part.strip() + "\" is not GROUP=ROLE; roles: " + roles());
      } else if (grants.put(group, grant) != null) {
        wrong(
            ROLES,
            "kelompok \"" + group + "\" disebut dua kali",
            "the group \"" + group + "\" is there twice");
      }
    }
    return grants;
  }

  private static @Nullable Grant grant(String text) {
    int colon = text.indexOf(':');
    Role role = Role.of(colon < 0 ? text : text.substring(0, colon)).orElse(null);
    String agency = colon < 0 ? "" : text.substring(colon + 1).strip();
    if (role == null || (role == Role.AGENCY) == agency.isEmpty()) {
      return null;
    }
    return new Grant(role, agency.isEmpty() ? List.of() : List.of(agency));
  }

  private static String roles() {
    return java.util.Arrays.stream(Role.values())
        .map(role -> role == Role.AGENCY ? "agency:ID" : role.code())
        .collect(Collectors.joining(", "));
  }

  /** The issuer itself may not carry a query (OpenID Connect Core 1.0, section 2). */
  private static boolean isIssuer(String text) {
    try {
      URI uri = URI.create(text);
      return Provider.isSafe(text) && uri.getQuery() == null && uri.getFragment() == null;
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  private String needed(String name, String example) {
    String value = or(name, "");
    if (value.isEmpty()) {
      wrong(name, "kosong; isi, misalnya " + example, "is empty; set it, for example " + example);
    }
    return value;
  }

  private String or(String name, String otherwise) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  private void wrong(String name, String id, String en) {
    faults.add(new Text(name + " " + id, name + " " + en));
  }
}
