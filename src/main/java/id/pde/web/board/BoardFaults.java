package id.pde.web.board;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.board.Panel;
import java.util.Set;
import java.util.TreeSet;

/** Why a panel has no figure, in words for whoever wrote it. */
final class BoardFaults {

  private BoardFaults() {}

  static Issue undeclared(Panel panel, Set<String> tables) {
    String names = String.join(", ", new TreeSet<>(tables));
    return FigureReader.fault(
        panel,
        "panel.undeclared",
        new Text(
            "Perintahnya membaca " + names + ", yang tidak disebut di source",
            "The statement reads " + names + ", which source does not name"),
        new Text(
            "Tambahkan dataset yang mengisi tabel itu ke source",
            "Add the dataset that fills the table to source"));
  }

  /** What is wrong with a statement, told at the file that it stands in. */
  static Issue placed(Panel panel, Issue fault) {
    return FigureReader.fault(panel, fault.code(), fault.message(), fault.fix());
  }

  static Issue slow(Panel panel) {
    return FigureReader.fault(
        panel,
        "panel.slow",
        new Text("Angkanya sedang dihitung", "The figure is being computed"),
        new Text(
            "Tampil pada penyegaran berikutnya; bila sering, ringankan perintahnya",
            "It shows at the next refresh; if this happens often, make the statement lighter"));
  }

  static Issue broken(Panel panel) {
    return FigureReader.fault(
        panel,
        "panel.broken",
        new Text("PDE gagal menghitung panel ini", "PDE failed to compute this panel"),
        new Text("Log server mencatatnya", "The server's log has a note"));
  }
}
