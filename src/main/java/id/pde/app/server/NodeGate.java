package id.pde.app.server;

import id.pde.model.Issue;
import id.pde.run.DurableFiles;
import id.pde.run.Home;
import id.pde.run.TargetUnavailable;
import id.pde.run.node.NodeFolders;
import id.pde.run.node.Nodes.Self;
import id.pde.run.timetable.Fires.Node;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.node.PostgresNodes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Enters this server among the nodes of its database, each time the database is found. A server
 * whose folders are not those of the others has no database.
 */
final class NodeGate implements Consumer<Connections>, AutoCloseable {

  private final Self self;
  private final NodeFolders folders;
  private volatile @Nullable Issue fault;

  NodeGate(Home home) throws IOException {
    String machine = host();
    String place = machine + ":" + ProcessHandle.current().pid();
    this.self = new Self(UUID.randomUUID().toString(), place, machine, idOf(home));
    this.folders = new NodeFolders(home, self.id());
  }

  Node node() {
    return new Node(self.id(), self.place());
  }

  /** Why this server may not work on the database; null: it may. */
  @Nullable Issue fault() {
    return fault;
  }

  @Override
  public void accept(Connections connections) {
    Issue told =
        new PostgresNodes(connections).enter(self, folders::marked, folders::check).orElse(null);
    fault = told;
    if (told != null) {
      throw new TargetUnavailable(told, null);
    }
  }

  @Override
  public void close() {
    folders.remove();
  }

  /** The same for every process that serves this home, one after the other. */
  private static UUID idOf(Home home) throws IOException {
    Path file = home.root().resolve("node.id");
    if (!Files.exists(file)) {
      Files.createDirectories(home.root());
      Path draft = home.root().resolve("node.id.new");
      Files.writeString(draft, UUID.randomUUID().toString(), StandardCharsets.US_ASCII);
      DurableFiles.place(draft, file);
    }
    return UUID.nameUUIDFromBytes(Files.readAllBytes(file));
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "localhost";
    }
  }
}
