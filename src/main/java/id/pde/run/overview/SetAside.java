package id.pde.run.overview;

import java.time.Instant;

/** Who set a row aside, when, and why. */
public record SetAside(Instant at, String who, String why) {}
