package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.MappingFolder;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.MappingFolder.Database;
import id.pde.run.Secrets;
import id.pde.source.database.Drivers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a connection lacks on this machine: secrets and drivers. Warnings, for the files are right.
 */
final class SourceCheck {

  private final Drivers drivers;
  private final Secrets secrets;

  SourceCheck(Settings settings) {
    this.drivers = new Drivers(settings.drivers());
    this.secrets = new HomeSecrets(settings.home(), settings.environment());
  }

  List<Issue> warnings(MappingFolder mappings) {
    List<Issue> warnings = new ArrayList<>();
    mappings.agencies().values().stream()
        .sorted(Comparator.comparing(Agency::id))
        .forEach(
            agency ->
                agency.databases().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(
                        one ->
                            look(
                                agency.id() + ".databases." + one.getKey(),
                                one.getValue(),
                                warnings)));
    return warnings;
  }

  private void look(String path, Database database, List<Issue> warnings) {
    FilePlace at = database.place();
    Location place = at == null ? new Location.Whole("mappings/agencies.yaml") : at;
    if (database.url().startsWith("jdbc:") && drivers.find(database.url()).isEmpty()) {
      Text message = SourceFaults.noDriver(database.url());
      Text fix = SourceFaults.driverFix(drivers.folder());
      warnings.add(warning("source.driver", place, new Advice(path, message, fix)));
    }
    Stream.of(database.user(), database.password())
        .filter(Objects::nonNull)
        .forEach(secret -> missing(path, place, secret, warnings));
  }

  private void missing(String path, Location place, Secret secret, List<Issue> warnings) {
    SecretCheck.fault(secret, secrets)
        .ifPresent(
            fault ->
                warnings.add(
                    warning("source.secret", place, new Advice(path, fault, SourceFaults.FIX))));
  }

  private static Issue warning(String code, Location place, Advice advice) {
    return Issue.of(code, Severity.WARN, place, advice);
  }
}
