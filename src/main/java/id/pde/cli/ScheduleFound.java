package id.pde.cli;

import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.View;

/** Finds a schedule by its name. */
final class ScheduleFound {

  private ScheduleFound() {}

  /**
   * The one of that name.
   *
   * @throws NotFound with those that are near
   */
  static View in(ScheduleBook book, String name) {
    return book.find(name)
        .orElseThrow(
            () -> {
              Text near = Suggestion.fix(name, book.all().stream().map(View::name).toList());
              return new NotFound(
                  new Text(
                      "Tidak ada jadwal \"" + name + "\"; " + near.id() + ".",
                      "There is no schedule \"" + name + "\"; " + near.en() + "."));
            });
  }
}
