package id.pde.route;

import id.pde.route.Road.Brought;
import id.pde.run.Claim;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.jspecify.annotations.Nullable;

/** Understands what a route brings as the body of its message. */
final class Bodies {

  private Bodies() {}

  /**
   * What the body is.
   *
   * @throws InvalidPayloadException when PDE cannot load such a body
   */
  static Brought brought(Exchange exchange, String dataset) throws InvalidPayloadException {
    Object body = exchange.getMessage().getBody();
    if (body instanceof Claim claim) {
      return new Brought.Claimed(claim);
    }
    String given = exchange.getMessage().getHeader(PdeHeaders.NAME, String.class);
    Path file = file(body);
    if (file != null) {
      String own = String.valueOf(file.getFileName());
      return new Brought.OfFile(given == null ? own : given, file, Fetching.has(exchange, file));
    }
    String name = given == null ? dataset : given;
    Iterator<?> rows = rows(body);
    if (rows != null) {
      return new Brought.OfRows(name, rows);
    }
    InputStream bytes = bytes(exchange, body);
    if (bytes != null) {
      return new Brought.OfBytes(name, bytes);
    }
    throw new InvalidPayloadException(exchange, InputStream.class);
  }

  private static @Nullable Path file(@Nullable Object body) {
    Object inner = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
    if (inner instanceof File file) {
      return file.toPath();
    }
    return inner instanceof Path path ? path : null;
  }

  private static @Nullable Iterator<?> rows(@Nullable Object body) {
    if (body instanceof Iterator<?> iterator) {
      return iterator;
    }
    if (body instanceof Map<?, ?> one) {
      return List.of(one).iterator();
    }
    return body instanceof Iterable<?> many ? many.iterator() : null;
  }

  private static @Nullable InputStream bytes(Exchange exchange, @Nullable Object body) {
    if (body instanceof InputStream stream) {
      return stream;
    }
    if (body instanceof byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }
    if (body instanceof String text) {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
    return body instanceof StreamCache
        ? exchange.getContext().getTypeConverter().convertTo(InputStream.class, exchange, body)
        : null;
  }
}
