package id.pde.run.node;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.nio.file.Path;

/** Why a server cannot work beside another one. */
final class NodeFaults {

  private NodeFaults() {}

  /** Bytes that one node archived would be missing at the other. */
  static Issue archive(Path ours, String theirs, String place) {
    return issue(
        "node.archive",
        "PDE_ARCHIVE",
        new Text(
            "arsip server ini, "
                + ours
                + ", bukan arsip yang dipakai server "
                + place
                + " pada basis data yang sama: "
                + theirs,
            "the archive of this server, "
                + ours
                + ", is not the one that the server "
                + place
                + " uses on the same database: "
                + theirs));
  }

  /** Files would lie where only one node looks, and a lost node's files would stay with it. */
  static Issue exchange(Path ours, String theirs, String place) {
    return issue(
        "node.exchange",
        "PDE_EXCHANGE",
        new Text(
            "folder inbox, outbox dan work server ini, "
                + ours
                + ", bukan yang dipakai server "
                + place
                + " pada basis data yang sama: "
                + theirs,
            "the folder of inbox, outbox and work of this server, "
                + ours
                + ", is not the one that the server "
                + place
                + " uses on the same database: "
                + theirs));
  }

  private static Issue issue(String code, String setting, Text message) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole(setting),
        new Issue.Advice(
            "servers on one database share their folders",
            message,
            new Text(
                "arahkan "
                    + setting
                    + " kedua server ke satu folder bersama; bila server yang lain baru saja mati,"
                    + " tunggu satu menit",
                "let "
                    + setting
                    + " of both servers name one shared folder; if the other server died a moment"
                    + " ago, wait a minute")));
  }
}
