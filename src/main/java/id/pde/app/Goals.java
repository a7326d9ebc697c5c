package id.pde.app;

import id.pde.mapping.Mapping;
import id.pde.run.Destination;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.MappingFolder;
import id.pde.run.Unbundled;
import id.pde.run.recognise.Recogniser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where deliveries go whose mapping nobody names. */
record Goals(Wiring wiring) {

  /** As {@link Wiring#recogniser}. */
  Destination recogniser(String agency, Choices choices) {
    MappingFolder folder = wiring.mappings().read();
    List<Mapping> candidates =
        folder.mappings().values().stream()
            .filter(mapping -> agency.isEmpty() || mapping.agency().equals(agency))
            .toList();
    Destination each =
        new Recogniser(
            new Recogniser.Ports(wiring.readers(), wiring.readers(), wiring.loader(folder.codes())),
            new Recogniser.Candidates(agency, candidates, faulty(folder, agency), choices));
    return new Unbundled(wiring.readers(), each);
  }

  /** Mappings whose faults keep them out; of one agency, or of all. */
  private static Set<String> faulty(MappingFolder folder, String agency) {
    return RouteCheck.mappingIds(folder).stream()
        .filter(id -> !folder.mappings().containsKey(id))
        .filter(id -> agency.isEmpty() || id.startsWith(agency + "/"))
        .collect(Collectors.toSet());
  }
}
