package id.pde.source;

import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.mapping.TableForm.Hidden;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.GridSource.Visibility;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Distance;
import id.pde.source.layout.Faults;
import id.pde.source.layout.Tidy;
import id.pde.source.layout.Workbook.Title;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Picks the sheets that a mapping asks for. */
final class SheetPick {

  private final List<Title> titles;
  private final Location whole;
  private final Hidden policy;

  SheetPick(List<Title> titles, Location whole, Hidden policy) {
    this.titles = titles;
    this.whole = whole;
    this.policy = policy;
  }

  /** Sheets from 0, in the order of the workbook; never none. */
  List<Integer> sheets(SheetChoice choice) {
    if (choice instanceof SheetChoice.Named named) {
      return named(named.names());
    }
    boolean all = policy == Hidden.INCLUDE && !(choice instanceof SheetChoice.First);
    List<Integer> visible =
        IntStream.range(0, titles.size()).filter(sheet -> all || isVisible(sheet)).boxed().toList();
    if (choice instanceof SheetChoice.First) {
      visible = visible.subList(0, Math.min(1, visible.size()));
    }
    if (choice instanceof SheetChoice.Matching matching) {
      visible = visible.stream().filter(sheet -> matches(matching, sheet)).toList();
      if (visible.isEmpty()) {
        throw missing("/" + matching.pattern().pattern() + "/");
      }
    }
    if (visible.isEmpty()) {
      throw missing("*");
    }
    return visible;
  }

  /** Hidden sheets that the choice would have taken, or that are read since they are named. */
  List<Issue> notes(SheetChoice choice, List<Integer> picked) {
    List<Issue> notes = new ArrayList<>();
    for (int sheet = 0; sheet < titles.size(); sheet++) {
      boolean read = picked.contains(sheet);
      boolean meant = isMeant(choice, sheet, read);
      if (!isVisible(sheet) && meant) {
        notes.add(hidden(titles.get(sheet).name(), read, choice));
      }
    }
    return notes;
  }

  /** Refuses where a hidden sheet is meant, and the mapping wants none. */
  void requireShown(SheetChoice choice, List<Integer> picked) {
    if (policy != Hidden.REFUSE) {
      return;
    }
    String hidden =
        IntStream.range(0, titles.size())
            .filter(sheet -> !isVisible(sheet) && isMeant(choice, sheet, picked.contains(sheet)))
            .mapToObj(sheet -> "\"" + titles.get(sheet).name() + "\"")
            .collect(Collectors.joining(", "));
    if (!hidden.isEmpty()) {
      throw Faults.unreadable(
          "sheet.hidden",
          whole,
          new Advice(
              "source.hidden",
              new Text(
                  "Berkas ini memuat lembar tersembunyi: " + hidden + ".",
                  "This file has hidden sheets: " + hidden + "."),
              new Text(
                  "Tampilkan sebelum mengirim, atau hapus bila bukan data.",
                  "Show them before sending, or delete them if they are no data.")),
          null);
    }
  }

  private boolean isMeant(SheetChoice choice, int sheet, boolean read) {
    if (choice instanceof SheetChoice.Named) {
      return read;
    }
    return !(choice instanceof SheetChoice.Matching matching) || matches(matching, sheet);
  }

  private boolean matches(SheetChoice.Matching matching, int sheet) {
    return matching.pattern().matcher(titles.get(sheet).name()).find();
  }

  private boolean isVisible(int sheet) {
    return titles.get(sheet).visibility() == Visibility.VISIBLE;
  }

  private List<Integer> named(List<String> names) {
    TreeSet<Integer> sheets = new TreeSet<>();
    for (String name : names) {
      int sheet = find(name);
      if (sheet < 0) {
        throw missing(name);
      }
      sheets.add(sheet);
    }
    return List.copyOf(sheets);
  }

  /** By name, case-blind; -1: none. */
  int find(String name) {
    String form = form(name);
    for (int sheet = 0; sheet < titles.size(); sheet++) {
      if (form(titles.get(sheet).name()).equals(form)) {
        return sheet;
      }
    }
    return -1;
  }

  private static String form(String name) {
    return Tidy.line(name).toLowerCase(Locale.ROOT);
  }

  SourceUnreadable missing(String wanted) {
    String found =
        titles.stream().map(title -> shown(title, "tersembunyi")).collect(Collectors.joining(", "));
    String foundEn =
        titles.stream().map(title -> shown(title, "hidden")).collect(Collectors.joining(", "));
    String nearest =
        titles.stream()
            .map(Title::name)
            .min(Comparator.comparingInt(name -> Distance.between(form(name), form(wanted))))
            .orElse("");
    return Faults.unreadable(
        "sheet.missing",
        whole,
        new Advice(
            "source.sheet",
            new Text(
                "Lembar \"" + wanted + "\" tidak ada. Lembar yang ada: " + found + ".",
                "There is no sheet \"" + wanted + "\". Sheets found: " + foundEn + "."),
            new Text(
                "Beri lembar nama yang disepakati, atau ubah \"sheet\" di pemetaan; yang paling mirip"
                    + " \""
                    + nearest
                    + "\".",
                "Name the sheet as agreed, or change \"sheet\" in the mapping; the nearest is \""
                    + nearest
                    + "\".")),
        null);
  }

  private static String shown(Title title, String hidden) {
    String quoted = "\"" + title.name() + "\"";
    return title.visibility() == Visibility.VISIBLE ? quoted : quoted + " (" + hidden + ")";
  }

  private static Issue hidden(String name, boolean read, SheetChoice choice) {
    boolean named = choice instanceof SheetChoice.Named;
    return Faults.note(
        "sheet.hidden",
        new Location.SheetCell(name, 0, 0),
        read
            ? new Text(
                "Lembar tersembunyi \""
                    + name
                    + "\" dibaca karena "
                    + (named ? "disebut di pemetaan." : "pemetaan memintanya (hidden: include)."),
                "The hidden sheet \""
                    + name
                    + "\" is read, since the mapping "
                    + (named ? "names it." : "asks for it (hidden: include)."))
            : new Text(
                "Lembar tersembunyi \"" + name + "\" dilewati.",
                "The hidden sheet \"" + name + "\" is passed over."),
        new Text(
            "Tampilkan lembar itu bila termasuk data, atau hapus sebelum mengirim.",
            "Show the sheet if it belongs to the data, or delete it before sending."));
  }
}
