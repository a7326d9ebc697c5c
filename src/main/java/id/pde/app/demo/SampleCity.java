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
   * The first is dropped alone, so that it is the first run of a new home, as the README tells it.
   */
  static final List<Drop> DROPS =
      List.of(
          new Drop("dinsos", "usulan_bantuan_2025_tw1.csv", 1),
          new Drop("bkpsdm", "data_asn_kota_probolinggo_20250115.csv", 1),
          new Drop("bkpsdm", "DUK DISKOMINFO 2024.xlsx", 1),
          new Drop("bpbd", "kejadian_bencana_2024.csv", 1),
          new Drop("bppkad", "LRA APBD TA 2024 (unaudited).xlsx", 3),
          new Drop("bppkad", "DHKP PBB-P2 2025 Kec Kademangan.xlsx", 1),
          new Drop("bppkad", "BANK_PBB_20250430.txt", 1),
          new Drop("bppkad", "Rekap Retribusi Pasar 2024.xls", 1),
          new Drop(
              "bps",
              "Persentase Penduduk Miskin Menurut Kabupaten_Kota di Jawa Timur, 2021-2024"
                  + " [contoh].csv",
              1),
          new Drop("dinkes", "LAPORAN PENIMBANGAN BALITA (SKDN) 2024.xlsx", 1),
          new Drop("dinsos", "Usulan DTKS Kec Kanigaran 2024.xls", 1),
          new Drop("disdikbud", "DATA SEKOLAH TP 2024-2025.xls", 1),
          new Drop("disdukcapil", "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.xlsx", 2),
          new Drop("disdukcapil", "Data Penduduk Kel. Kebonsari Kulon RW 05.xlsx", 1),
          new Drop("diskominfo", "lapor_sp4n_export_202502.csv", 1),
          new Drop("diskominfo", "open311_requests_202502.json", 1),
          new Drop("dkupp", "HARGA BAPOKTING PASAR BARU MARET 2025.csv", 1),
          new Drop("dkupp", "Harga Bapokting Ps. Baru April 2025 FIX.csv", 1),
          new Drop("dkupp", "Data UMKM Binaan 2024.ods", 1),
          new Drop("dpmptsp", "NIB_KBLI_TW I 2025.txt", 1),
          new Drop("satudata", "jumlah_tenaga_kerja_koperasi_kota.csv", 1),
          new Drop("pupr", "1740021284_0011.03 DSSD Dinas PUPR PKP.xls", 1));

  /** Dropped once the others are loaded: a revision, and the bytes of an earlier file. */
  static final List<Drop> LATER =
      List.of(
          new Drop("disdukcapil", "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN (REVISI).xlsx", 1),
          new Drop("pupr", "1740107701_0011.03 DSSD Dinas PUPR PKP.xls", 1));

  /** The schedules that pull the tables of the agency database; each makes one run. */
  static final List<String> SCHEDULES = List.of("simpasar-pasar", "simpasar-komoditas", "simpasar");

  private static final String DATABASE = "simpasar.sqlite";

  /**
   * A file for a watched folder.
   *
   * @param runs how many mappings take something of it
   */
  record Drop(String agency, String name, int runs) {}

  /** How many runs files make. */
  static int runs(List<Drop> drops) {
    return drops.stream().mapToInt(Drop::runs).sum();
  }

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
