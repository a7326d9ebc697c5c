package id.pde.web.page;

import id.pde.web.board.Wall;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The Command Center: the city's figures on a wall. */
@Controller
final class BoardPage {

  private final Wall wall;
  private final InstantSource clock;

  BoardPage(Wall wall, InstantSource clock) {
    this.wall = wall;
    this.clock = clock;
  }

  @GetMapping("/board")
  String board(Model model) {
    frames(model);
    return "board";
  }

  /** The panels alone, for screens that refresh themselves. */
  @GetMapping("/board/panels")
  String panels(Model model) {
    frames(model);
    return "board :: panels";
  }

  private void frames(Model model) {
    model.addAttribute("frames", wall.frames());
    model.addAttribute("now", clock.instant());
  }
}
