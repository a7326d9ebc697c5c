package id.pde.warehouse.backup;

import id.pde.model.Text;
import java.util.List;

/** What a restore could not do alone, and who does it. */
final class RestoreNotes {

  private RestoreNotes() {}

  static Text noRole(List<String> missing) {
    String sql = String.join("; ", missing);
    return new Text(
        "Peran pde_analyst tidak dapat dibuat; minta pengelola basis data menjalankan: "
            + sql
            + ", lalu `pde user add` untuk tiap analis",
        "The role pde_analyst could not be made; ask the database's keeper to run: "
            + sql
            + ", then `pde user add` for each analyst");
  }

  static Text noGrantee(String sql) {
    return new Text(
        "Peran tidak ada di server ini, jadi tidak dijalankan: " + sql,
        "The role is not on this server, so this was not run: " + sql);
  }

  static Text noPassword(String name) {
    return new Text(
        "Login \""
            + name
            + "\" dibuat tanpa kata sandi; beri yang baru: pde user drop "
            + name
            + " --yes, lalu pde user add "
            + name
            + " --role analyst",
        "The login \""
            + name
            + "\" was made without a password; give it a new one: pde user drop "
            + name
            + " --yes, then pde user add "
            + name
            + " --role analyst");
  }

  static Text loginThere(String name) {
    return new Text(
        "Login \"" + name + "\" sudah ada di server ini dan dibiarkan",
        "The login \"" + name + "\" is on this server already and was left as it is");
  }

  static Text noLogin(String name) {
    return new Text(
        "Login \""
            + name
            + "\" tidak dapat dibuat; buat dengan: pde user add "
            + name
            + " --role analyst",
        "The login \""
            + name
            + "\" could not be made; make it by: pde user add "
            + name
            + " --role analyst");
  }
}
