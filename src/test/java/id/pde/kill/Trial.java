package id.pde.kill;

import id.pde.run.Home;
import id.pde.run.RunListener;
import id.pde.warehouse.connection.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A home and a table of their own, where a first delivery was loaded undisturbed and a second one,
 * that adds, changes, repeats and gets rejected, is loaded by a process that may be killed.
 */
record Trial(Home home, String table) {

  static Trial in(Path root, String table) {
    return new Trial(new Home(root.resolve(table)), table);
  }

  /** Loads the first delivery, and leaves the second one in the inbox. */
  void prepare(ConnectionSettings database) throws IOException, InterruptedException {
    Path inbox = Files.createDirectories(home.inbox().resolve("dkupp"));
    // With a row to correct, so that what answers it is loaded when the second one comes.
    String first = "Kode;Harga\n" + rows(1, 1500, 1) + repeated(1);
    Files.writeString(inbox.resolve("harga.csv"), first);
    restart(database);
    String second = "Kode;Harga\n" + rows(800, 2500, 2) + repeated(60) + "k1000;7\n";
    Files.writeString(inbox.resolve("harga.csv"), second);
  }

  /** PDE starts again and finishes whatever it finds. */
  void restart(ConnectionSettings database) throws IOException, InterruptedException {
    KilledRoad.run(home, table, database, RunListener.SILENT);
  }

  private static String rows(int from, int to, int factor) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append('k').append(i).append(';').append(i % 7 == 0 ? i : i * factor).append('\n');
    }
    return text.toString();
  }

  /** Keys that stand in two rows with different values: both are rejected. */
  private static String repeated(int keys) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < keys; i++) {
      text.append("ganda").append(i).append(";1\nganda").append(i).append(";2\n");
    }
    return text.toString();
  }
}
