package id.pde.run.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where and by whom a catalogue is published.
 *
 * @param publisher the agency that keeps the data of all (walidata)
 * @param region the code of Kemendagri that all datasets are about: {@code 35.74}
 * @param baseUrl under which files are published as {@code <agency>/<dataset>.csv}; null: nowhere
 */
public record Site(String publisher, String region, @Nullable String baseUrl) {

  public Site {
    baseUrl = baseUrl == null ? null : baseUrl.replaceFirst("/+$", "");
  }
}
