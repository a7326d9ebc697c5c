package id.pde.architecture;

import static id.pde.architecture.Room.APP;
import static id.pde.architecture.Room.CLI;
import static id.pde.architecture.Room.MAPPING;
import static id.pde.architecture.Room.RECEIPT;
import static id.pde.architecture.Room.ROUTE;
import static id.pde.architecture.Room.SCHEDULE;
import static id.pde.architecture.Room.SOURCE;
import static id.pde.architecture.Room.WAREHOUSE;
import static id.pde.architecture.Room.WEB;

import java.util.List;
import java.util.Set;

/** Packages of a library, or of a part of the JDK, and the only rooms that may see them. */
record Library(Set<Room> homes, List<String> packages) {

  static final List<Library> ALL =
      List.of(
          new Library(Set.of(SOURCE, RECEIPT), List.of("org.apache.poi..")),
          new Library(Set.of(SOURCE), List.of("io.github.spannm..")),
          new Library(Set.of(SOURCE), List.of("org.jsoup..")),
          new Library(Set.of(SOURCE, RECEIPT, APP), List.of("de.siegmar.fastcsv..")),
          new Library(Set.of(APP), List.of("org.dhatim..")),
          new Library(Set.of(SOURCE), List.of("org.mozilla.universalchardet..")),
          new Library(Set.of(SOURCE), List.of("com.fasterxml.aalto..", "org.codehaus.stax2..")),
          new Library(Set.of(CLI, APP), List.of("picocli..")),
          new Library(Set.of(ROUTE, APP), List.of("org.apache.camel..")),
          new Library(
              Set.of(ROUTE), List.of("com.jcraft..", "org.apache.commons.net..", "jakarta.mail..")),
          new Library(Set.of(SCHEDULE, ROUTE, APP), List.of("org.quartz..")),
          new Library(
              Set.of(WAREHOUSE, SOURCE, APP),
              List.of("java.sql..", "javax.sql..", "org.postgresql..")),
          new Library(Set.of(WAREHOUSE, APP), List.of("org.flywaydb..")),
          new Library(Set.of(WAREHOUSE, APP), List.of("com.zaxxer..")),
          new Library(Set.of(MAPPING, ROUTE), List.of("org.snakeyaml..")),
          new Library(Set.of(MAPPING), List.of("dev.cel..", "com.google..")),
          new Library(Set.of(WEB, ROUTE, APP), List.of("org.springframework..")),
          new Library(Set.of(APP), List.of("io.micrometer..")),
          new Library(Set.of(WEB, APP), List.of("jakarta.servlet..")),
          // Only to silence what drivers of agencies write by themselves.
          new Library(Set.of(APP), List.of("java.util.logging..", "org.apache.commons.logging..")));

  Library {
    homes = Set.copyOf(homes);
    packages = List.copyOf(packages);
  }
}
