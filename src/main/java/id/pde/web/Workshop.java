package id.pde.web;

import id.pde.guess.Guesser.Wish;
import id.pde.model.Language;
import id.pde.run.FileFacts;
import id.pde.run.GridSource;
import id.pde.run.MappingFiles.Found;
import id.pde.run.MappingFolder;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Tried;
import id.pde.run.studio.MappingHistory;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.Sample;
import id.pde.run.studio.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What the mapping studio needs of the product: the ports of guess, check, read and plan. */
public interface Workshop {

  Samples samples();

  MappingShelf shelf();

  /** The versions of the mappings; what is saved goes through it. */
  MappingHistory history();

  /**
   * What a sample is by its content.
   *
   * @throws id.pde.run.RunStopped where it cannot be read
   */
  FileFacts facts(Sample sample);

  /**
   * Its sheets, each read to its end.
   *
   * @throws id.pde.run.RunStopped where it cannot be read
   */
  List<GridSource.Sheet> sheets(Sample sample);

  /**
   * The first rows of a sheet as they stand.
   *
   * @param sheet from 0
   */
  List<RawRow> raw(Sample sample, int sheet, int rows);

  /**
   * A proposed mapping, as {@code pde guess} makes it.
   *
   * @throws id.pde.run.RunStopped where the sample cannot be read
   */
  String guess(Sample sample, Wish wish, Language language);

  /** The draft of a sample, checked beside the other mappings as {@code pde check} does. */
  Found checked(Sample sample, MappingFolder others);

  /**
   * A text, checked as the mapping of an id beside the others.
   *
   * @param who asks
   */
  Found checked(String who, String mapping, String yaml, MappingFolder others);

  /**
   * The whole sample through the draft; nothing is written.
   *
   * @param found the draft, without faults
   */
  Tried tried(Sample sample, Found found, RunListener listener);

  /** What a load of the sample would do, as {@code pde plan} says it. */
  List<RunReport> plan(Sample sample, Found found, RunListener listener);

  /** The newest delivery of a dataset that the archive still has; empty: there is none. */
  Optional<Archived> newest(String mapping);

  /** A delivery in the archive. */
  record Archived(RunReport run, String name) {}

  /** The bytes of a delivery. */
  InputStream open(Archived archived) throws IOException;

  /**
   * A row of a sheet.
   *
   * @param number from 1
   * @param cells their texts; empty where a cell is
   */
  record RawRow(long number, List<String> cells) {
    public RawRow {
      cells = List.copyOf(cells);
    }
  }
}
