package id.pde.run;

import java.util.List;

/**
 * What a file is by its content.
 *
 * @param kind {@code xlsx}, {@code csv} ..., as a mapping writes it
 * @param charsets of a text file, in the order in which they are tried; empty: it is none
 * @param delimiter of a text file; empty: none was found, or it is none
 */
public record FileFacts(String kind, List<String> charsets, String delimiter) {

  public FileFacts {
    charsets = List.copyOf(charsets);
  }
}
