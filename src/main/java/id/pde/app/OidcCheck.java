package id.pde.app;

import id.pde.cli.Engine.Finding;
import id.pde.cli.Engine.Finding.State;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.Whole;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at the provider of accounts before somebody wants to come in by it. */
final class OidcCheck {

  private static final String SUBJECT = "oidc";
  private static final Text FIX =
      new Text(
          "betulkan variabel PDE_OIDC_...; sampai itu tombolnya tidak ada dan login lokal tetap jalan",
          "mend the variables PDE_OIDC_...; until then there is no button, and local logins go on");

  private static final Text JOIN =
      new Text(
          "tambahkan ke agencies.yaml atau betulkan PDE_OIDC_ROLES; sampai itu anggotanya ditolak",
          "add it to agencies.yaml, or mend PDE_OIDC_ROLES; until then its members are refused");

  private OidcCheck() {}

  /** What doctor says of it; none: no provider is configured. */
  static List<Finding> of(Settings settings, Collection<String> agencies) {
    List<Finding> findings = new ArrayList<>();
    OidcSettings.Read read = OidcSettings.of(settings);
    List<Text> faults = new ArrayList<>(read.faults());
    faults.addAll(strangers(read, agencies));
    for (Text fault : faults) {
      findings.add(new Finding(State.BAD, SUBJECT, fault));
    }
    read.provider()
        .filter(provider -> findings.isEmpty())
        .ifPresent(
            provider ->
                findings.add(
                    new Finding(
                        State.GOOD,
                        SUBJECT,
                        new Text(
                            provider.issuer() + ", " + provider.grants().size() + " kelompok",
                            provider.issuer() + ", " + provider.grants().size() + " groups"))));
    return findings;
  }

  /** The same as faults of the configuration. */
  static List<Issue> issues(Settings settings, Collection<String> agencies) {
    OidcSettings.Read read = OidcSettings.of(settings);
    return Stream.concat(
            read.faults().stream().map(fault -> issue(fault, FIX)),
            strangers(read, agencies).stream().map(fault -> issue(fault, JOIN)))
        .toList();
  }

  private static Issue issue(Text fault, Text fix) {
    Whole place = new Whole("PDE_OIDC");
    return Issue.of("oidc.setting", Severity.REFUSE, place, new Advice("", fault, fix));
  }

  /** Agencies that no file names. */
  private static List<Text> strangers(OidcSettings.Read read, Collection<String> agencies) {
    List<Text> faults = new ArrayList<>();
    TreeSet<String> named = new TreeSet<>();
    read.provider()
        .ifPresent(
            provider -> provider.grants().values().forEach(one -> named.addAll(one.agencies())));
    named.removeAll(agencies);
    for (String agency : named) {
      faults.add(
          new Text(
              "PDE_OIDC_ROLES menyebut perangkat daerah \"" + agency + "\" yang tidak ada",
              "PDE_OIDC_ROLES names the agency \"" + agency + "\", which is not there"));
    }
    return faults;
  }
}
