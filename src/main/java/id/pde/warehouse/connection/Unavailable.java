package id.pde.warehouse.connection;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetUnavailable;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says why there is no database: where, what, and what to do; never a password. */
public final class Unavailable {

  private Unavailable() {}

  public static TargetUnavailable at(
      String place, String code, Advice advice, @Nullable Throwable cause) {
    return new TargetUnavailable(
        Issue.of(code, Severity.REFUSE, new Location.Whole(place), advice), cause);
  }

  /** From the driver's answer to an attempt to connect. */
  public static TargetUnavailable because(ConnectionSettings settings, SQLException failure) {
    String place = settings.place();
    if (!settings.understood()) {
      return at(place, "database.address", address(), failure);
    }
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    return switch (state) {
      case "28P01", "28000" -> at(place, "database.login", login(settings), failure);
      case "3D000" -> at(place, "database.missing", missing(place), failure);
      case "53300" -> at(place, "database.full", full(place), failure);
      case "57P03", "57P01", "57P02" -> at(place, "database.starting", starting(place), failure);
      default -> at(place, "database.unreachable", unreachable(place), failure);
    };
  }

  private static Advice address() {
    return new Advice(
        "PDE_DB_URL",
        new Text(
            "Alamat basis data di PDE_DB_URL tidak dimengerti",
            "The database address in PDE_DB_URL is not understood"),
        new Text(
            "Tulis seperti jdbc:postgresql://host:5432/pde",
            "Write it like jdbc:postgresql://host:5432/pde"));
  }

  private static Advice login(ConnectionSettings settings) {
    return new Advice(
        "PDE_DB_USER, PDE_DB_PASSWORD",
        new Text(
            "Basis data " + settings.place() + " menolak login \"" + settings.user() + "\"",
            "The database " + settings.place() + " refuses the login \"" + settings.user() + "\""),
        new Text(
            "Periksa nama pengguna, kata sandi, dan hak masuknya (pg_hba.conf)",
            "Check the user name, the password and its right to connect (pg_hba.conf)"));
  }

  private static Advice missing(String place) {
    return new Advice(
        "PDE_DB_URL",
        new Text(
            "Basis data " + place + " tidak ada di server itu",
            "The database " + place + " does not exist on that server"),
        new Text(
            "Buat basis datanya dengan ENCODING 'UTF8', atau perbaiki PDE_DB_URL",
            "Create the database with ENCODING 'UTF8', or correct PDE_DB_URL"));
  }

  private static Advice full(String place) {
    return new Advice(
        "max_connections",
        new Text(
            "Basis data " + place + " sudah melayani sambungan sebanyak batasnya",
            "The database " + place + " serves as many connections as it allows"),
        new Text(
            "Tutup sambungan yang tidak dipakai, atau naikkan max_connections",
            "Close connections that are not used, or raise max_connections"));
  }

  private static Advice starting(String place) {
    return new Advice(
        "",
        new Text(
            "Basis data " + place + " sedang dimulai atau dihentikan",
            "The database " + place + " is starting or stopping"),
        new Text("Coba lagi sebentar lagi", "Try again in a moment"));
  }

  private static Advice unreachable(String place) {
    return new Advice(
        "",
        new Text(
            "Basis data " + place + " tidak dapat dihubungi",
            "The database " + place + " cannot be reached"),
        new Text(
            "Periksa apakah servernya hidup dan apakah alamat serta portanya benar; lalu ulangi",
            "Check that the server runs and that address and port are right; then try again"));
  }
}
