package id.pde.route;

/**
 * A file of routes as it was read once: the police checks these characters, and Camel gets the
 * same.
 *
 * @param name as faults show it: {@code routes/dkupp.yaml}
 */
public record RouteFile(String name, String content) {}
