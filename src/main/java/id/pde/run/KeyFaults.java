package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;

/** Words for a key of pseudonyms that is not there. */
public final class KeyFaults {

  private KeyFaults() {}

  /** A mapping asks for pseudonyms, and the deployment has no key. */
  public static Issue missing(Mapping mapping) {
    return missing(mapping, Severity.REFUSE);
  }

  /**
   * The same, as bad as the asker takes it.
   *
   * @param mapping with a column of {@code protect: hmac}
   */
  public static Issue missing(Mapping mapping, Severity severity) {
    ColumnSpec column =
        mapping.columns().stream()
            .filter(one -> one.protect() == Protect.HMAC)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column asks for a key"));
    return Issue.of(
        "key.missing",
        severity,
        column.place(),
        new Advice(
            "protect: hmac",
            new Text(
                "kolom "
                    + column.name()
                    + " memakai protect: hmac, tetapi kunci nama samaran"
                    + " belum ada (PDE_HMAC_KEY atau secrets/hmac di PDE_HOME)",
                "column "
                    + column.name()
                    + " has protect: hmac, but there is no key for pseudonyms"
                    + " yet (PDE_HMAC_KEY, or secrets/hmac in PDE_HOME)"),
            new Text(
                "jalankan `pde keys new`, atau kembalikan kunci yang pernah dipakai",
                "run `pde keys new`, or put back the key that was used before")));
  }
}
