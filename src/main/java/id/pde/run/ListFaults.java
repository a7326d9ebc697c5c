package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;

/** What is said to somebody who names a list or a code that is not there. */
final class ListFaults {

  private ListFaults() {}

  static Text noList(String list, MappingFolder folder) {
    String shown = Quoted.of(list);
    Text known = Suggestion.fix(list, folder.codes().lists().keySet());
    return new Text(
        "Tidak ada daftar kode " + shown + "; " + known.id() + ".",
        "There is no code list " + shown + "; " + known.en() + ".");
  }

  static Text noCode(CodeList codes, String code) {
    String shown = Quoted.of(code);
    return new Text(
        "Daftar " + codes.name() + " tidak mengenal satu kode " + shown + ".",
        "The list " + codes.name() + " does not know one code " + shown + ".");
  }
}
