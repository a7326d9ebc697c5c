package id.pde.normalise.period;

import id.pde.mapping.PeriodSpec.InCell;
import id.pde.mapping.PeriodSpec.InColumn;
import id.pde.mapping.PeriodSpec.Named;
import id.pde.mapping.PeriodSpec.Source;
import id.pde.mapping.PeriodSpec.Title;
import id.pde.mapping.VirtualField.Origin;
import id.pde.model.Header;
import id.pde.model.Header.Caption;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.normalise.period.PeriodSearch.Found;
import java.util.List;
import java.util.Optional;

/**
 * What one source says.
 *
 * @param name of the source in a sentence
 */
record SpokenPeriod(Found found, Location place, Text name) {

  /** What a source says about a table; a column says nothing yet. */
  static SpokenPeriod of(Source source, DeliveryPeriod.Sender sender, Header header) {
    Location whole = new Location.Whole(sender.name());
    Location sheet =
        header.origin() == Header.Origin.SHEET
            ? new Location.SheetCell(header.table(), 0, 0)
            : whole;
    if (source instanceof Named named) {
      String text = text(named.origin(), sender, header);
      Found found = PeriodSearch.in(List.of(text), named.wanted());
      Location place = named.origin() == Origin.SHEET ? sheet : whole;
      return new SpokenPeriod(found, place, name(named.origin(), text));
    }
    if (source instanceof Title title) {
      List<String> texts = header.captions().stream().map(Caption::text).toList();
      Found found = PeriodSearch.in(texts, title.wanted());
      Location place =
          header.captions().stream()
              .filter(one -> saysSomething(one, title))
              .findFirst()
              .map(header::location)
              .orElse(sheet);
      return new SpokenPeriod(
          found, place, new Text("judul di atas tabel", "the titles above the table"));
    }
    if (source instanceof InCell cell) {
      Optional<Caption> caption =
          header.captions().stream()
              .filter(one -> one.line() == cell.row() && one.column() == cell.column())
              .findFirst();
      Found found = PeriodSearch.in(caption.map(Caption::text).stream().toList(), cell.wanted());
      return new SpokenPeriod(
          found,
          caption.map(header::location).orElse(sheet),
          new Text(
              "sel " + cell.name() + " di atas judul kolom",
              "the cell " + cell.name() + " above the headings"));
    }
    return silent((InColumn) source, whole);
  }

  private static boolean saysSomething(Caption caption, Title title) {
    return !(PeriodSearch.in(List.of(caption.text()), title.wanted()) instanceof Found.None);
  }

  private static SpokenPeriod silent(InColumn column, Location whole) {
    return new SpokenPeriod(new Found.None(), whole, name(column));
  }

  static Text name(InColumn column) {
    return new Text("kolom " + column.column(), "the column " + column.column());
  }

  private static String text(Origin origin, DeliveryPeriod.Sender sender, Header header) {
    return switch (origin) {
      case FILE -> sender.name();
      case FOLDER -> sender.folder();
      case SHEET -> header.table();
    };
  }

  private static Text name(Origin origin, String text) {
    String shown = " \"" + text + "\"";
    return switch (origin) {
      case FILE -> new Text("nama berkas" + shown, "the file name" + shown);
      case FOLDER -> new Text("nama folder" + shown, "the folder name" + shown);
      case SHEET -> new Text("nama lembar" + shown, "the sheet name" + shown);
    };
  }
}
