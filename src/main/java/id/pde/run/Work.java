package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.run.LoadRequest.Choices;

/** What a delivery is loaded with: a mapping and a loader of one snapshot of the mapping files. */
public record Work(Mapping mapping, Loader loader, Choices choices) {}
