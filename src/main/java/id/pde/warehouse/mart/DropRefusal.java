package id.pde.warehouse.mart;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;

/** Says why a login is not dropped. */
public final class DropRefusal {

  private DropRefusal() {}

  /** PDE cannot work without it. */
  public static Issue own(String name) {
    return issue(
        name,
        "user.own",
        new Text("\"" + name + "\" adalah peran PDE sendiri", "\"" + name + "\" is PDE's own role"),
        new Text(
            "Untuk menghapus PDE seluruhnya, lihat bagian \"Removing PDE\" di operations.md",
            "To remove PDE altogether, see \"Removing PDE\" in operations.md"));
  }

  public static Issue missing(String name) {
    return issue(
        name,
        "user.missing",
        new Text(
            "Login \"" + name + "\" tidak ada di server basis data",
            "There is no login \"" + name + "\" at the database server"),
        new Text("Daftarnya: pde user list", "Their list: pde user list"));
  }

  /** PDE drops what it made, and nothing else. */
  public static Issue foreign(String name) {
    return issue(
        name,
        "user.foreign",
        new Text(
            "\"" + name + "\" bukan login yang dibuat dengan `pde user add` di basis data ini",
            "\"" + name + "\" is no login that `pde user add` made in this database"),
        new Text(
            "PDE tidak menghapusnya; bila perlu, minta pengelola basis data: DROP ROLE \""
                + name
                + "\"",
            "PDE does not drop it; where it must go, ask the database's keeper: DROP ROLE \""
                + name
                + "\""));
  }

  /** What it owns would go with it. */
  public static Issue owner(String name) {
    return issue(
        name,
        "user.owner",
        new Text(
            "Login \"" + name + "\" memiliki tabel atau objek lain di server basis data",
            "The login \"" + name + "\" owns tables or other things at the database server"),
        new Text(
            "Minta pengelola basis data menjalankan: REASSIGN OWNED BY \""
                + name
                + "\" TO CURRENT_USER",
            "Ask the database's keeper to run: REASSIGN OWNED BY \""
                + name
                + "\" TO CURRENT_USER"));
  }

  /** It was granted something in another database. */
  public static Issue elsewhere(String name) {
    return issue(
        name,
        "user.elsewhere",
        new Text(
            "Login \"" + name + "\" masih punya hak di basis data lain di server itu",
            "The login \"" + name + "\" has rights in another database of that server"),
        new Text(
            "Jalankan di basis data itu: DROP OWNED BY \"" + name + "\"; lalu ulangi",
            "Run there: DROP OWNED BY \"" + name + "\"; then repeat"));
  }

  /** PDE's login may not. */
  public static Issue drop(String name) {
    return issue(
        name,
        "user.rights",
        new Text(
            "Login basis data milik PDE tidak berhak menghapus login ini",
            "PDE's database login may not drop this login"),
        new Text(
            "Minta pengelola basis data menjalankan: DROP ROLE \"" + name + "\"",
            "Ask the database's keeper to run: DROP ROLE \"" + name + "\""));
  }

  private static Issue issue(String name, String code, Text message, Text fix) {
    Location place = new Location.Whole(name);
    return Issue.of(code, Severity.REFUSE, place, new Advice("pde user drop", message, fix));
  }
}
