package id.pde.warehouse.mart;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.List;

/** Says why a login of an analyst cannot be made. */
public final class LoginRefusal {

  private LoginRefusal() {}

  public static Issue taken(String name) {
    return issue(
        "user.exists",
        new Text(
            "Login \"" + name + "\" sudah ada di server basis data",
            "The login \"" + name + "\" exists already at the database server"),
        new Text(
            "Pakai nama lain, atau hapus yang lama: pde user drop " + name,
            "Use another name, or drop the old one: pde user drop " + name));
  }

  /**
   * PDE may not make logins here.
   *
   * @param missing statements that give the rights; none known: that which makes the login
   */
  public static Issue rights(String name, List<String> missing) {
    String sql =
        missing.isEmpty()
            ? "CREATE ROLE \"" + name + "\" LOGIN PASSWORD '...' IN ROLE " + AnalystRole.NAME
            : String.join("; ", missing);
    return issue(
        "user.rights",
        new Text(
            "Login basis data milik PDE tidak berhak membuat login analis",
            "PDE's database login may not make logins of analysts"),
        new Text(
            "Minta pengelola basis data menjalankan: " + sql,
            "Ask the database's keeper to run: " + sql));
  }

  private static Issue issue(String code, Text message, Text fix) {
    Location place = new Location.Whole(AnalystRole.NAME);
    return Issue.of(code, Severity.REFUSE, place, new Advice("CREATE ROLE", message, fix));
  }
}
