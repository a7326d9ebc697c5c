package id.pde.app.demo;

import id.pde.run.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The deliveries of the sample city, as they lie in the checkout, and their way into a home. */
record SampleCity(Path folder, Home home) {

  /**
   * In the order in which they are dropped: the first alone, so that it is the first run of a new
   * home, as the README tells it; the last DSSD file has the bytes of the other.
   */
  static final List<Drop> DROPS =
      List.of(
          new Drop("dinsos", "usulan_bantuan_2025_tw1.csv"),
          new Drop("bkpsdm", "data_asn_kota_probolinggo_20250115.csv"),
          new Drop("diskominfo", "lapor_sp4n_export_202502.csv"),
          new Drop("satudata", "jumlah_tenaga_kerja_koperasi_kota.csv"),
          new Drop("dpmptsp", "NIB_KBLI_TW I 2025.txt"),
          new Drop("pupr", "1740021284_0011.03 DSSD Dinas PUPR PKP.xls"),
          new Drop("bppkad", "DHKP PBB-P2 2025 Kec Kademangan.xlsx"),
          new Drop("pupr", "1740107701_0011.03 DSSD Dinas PUPR PKP.xls"));

  /** The schedule that pulls the agency database. */
  static final String SCHEDULE = "simpasar";

  private static final String DATABASE = "simpasar.sqlite";

  /** A file for a watched folder. */
  record Drop(String agency, String name) {}

  /** Whether the checkout has it. */
  boolean isThere() {
    return Files.isDirectory(folder);
  }

  /** The agency database goes where {@code agencies.yaml} says. */
  void bringDatabase() throws IOException {
    Path databases = Files.createDirectories(home.root().resolve("databases"));
    Path part = databases.resolve(DATABASE + ".part");
    Files.copy(
        folder.resolve("dkupp").resolve(DATABASE), part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, databases.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Drops a file as a careful sender does: written under another name, then renamed. */
  void drop(Drop drop) throws IOException {
    Path inbox = Files.createDirectories(home.inbox().resolve(drop.agency()));
    Path part = inbox.resolve("." + drop.name() + ".part");
    Files.copy(
        folder.resolve(drop.agency()).resolve(drop.name()),
        part,
        StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, inbox.resolve(drop.name()), StandardCopyOption.ATOMIC_MOVE);
  }
}
