package id.pde.schedule;

import java.time.Instant;

/** One moment at which a schedule woke PDE. */
public record Fire(String schedule, Instant planned, Instant actual) {}
