package id.pde.app.embedded;

import id.pde.app.embedded.ServerOptions.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration of the server, written anew at every start. */
final class ServerConfiguration {

  private static final String HEAD =
      """
      # Written by PDE at every start; changes here are lost.
      # Settings of your own belong into local.conf in the folder above this one.
      listen_addresses = '127.0.0.1'
      # No unix sockets: the path of one may have 107 bytes, that of PDE_HOME may be longer.
      unix_socket_directories = ''
      max_connections = 100
      shared_buffers = 256MB
      maintenance_work_mem = 128MB
      # In the data folder, not in /dev/shm: systemd clears that of a user who logs out
      # (RemoveIPC), and containers make it 64 MB.
      dynamic_shared_memory_type = mmap
      max_wal_size = 2GB
      checkpoint_timeout = 15min
      lc_messages = 'C'
      lc_monetary = 'C'
      lc_numeric = 'C'
      lc_time = 'C'
      """;

  private static final String TAIL =
      """
      # What follows is not for local.conf to change: committed is kept, passwords are scram,
      # and the log holds neither statements nor values of rows.
      password_encryption = 'scram-sha-256'
      logging_collector = off
      log_destination = 'stderr'
      log_line_prefix = '%m [%p] '
      log_min_messages = log
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_statement = 'none'
      log_min_duration_statement = -1
      log_checkpoints = off
      """;

  private ServerConfiguration() {}

  static void write(Path data, int port, ServerOptions options) throws IOException {
    String text =
        HEAD
            + local(data)
            + "log_timezone = '"
            + options.zone().getId()
            + "'\nTimeZone = '"
            + options.zone().getId()
            + "'\n"
            + TAIL
            + "port = "
            + port
            + "\n"
            + durability(options.durability());
    OwnerOnly.write(data.resolve("postgresql.conf"), text);
  }

  /** Named only where it is: PostgreSQL writes a line into its log for every missing file. */
  private static String local(Path data) {
    return Files.exists(data.resolveSibling("local.conf")) ? "include = '../local.conf'\n" : "";
  }

  private static String durability(Durability durability) {
    return switch (durability) {
      case KEPT -> "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\n";
      case THROWAWAY -> "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
    };
  }
}
