package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.ColumnType.CodeType;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What keeps a mapping from filling the table of another one. */
final class GuestFaults {

  private final Mapping guest;
  private final String ownerId;
  private final Map<String, Mapping> mappings;
  private final List<Issue> faults = new ArrayList<>();

  GuestFaults(Mapping guest, Map<String, Mapping> mappings) {
    this.guest = guest;
    this.mappings = mappings;
    this.ownerId = String.valueOf(guest.target().terms().owner());
  }

  List<Issue> find() {
    Mapping owner = mappings.get(ownerId);
    if (owner == null) {
      fault(
          new Text(
              "tidak ada pemetaan " + Quoted.of(ownerId),
              "there is no mapping " + Quoted.of(ownerId)),
          Suggestion.fix(ownerId, mappings.keySet()));
    } else if (ownerId.equals(guest.id()) || owner.target().terms().owner() != null) {
      fault(
          new Text(
              Quoted.of(ownerId) + " bukan pemilik tabel", Quoted.of(ownerId) + " owns no table"),
          new Text(
              "tulis id pemetaan yang tidak mempunyai owner sendiri",
              "write the id of a mapping without an owner of its own"));
    } else {
      compare(owner);
    }
    return faults;
  }

  private void compare(Mapping owner) {
    TargetSpec mine = guest.target();
    TargetSpec theirs = owner.target();
    if (!mine.table().equals(theirs.table())) {
      fault(
          new Text(
              ownerId + " mengisi tabel " + theirs.table() + ", bukan " + mine.table(),
              ownerId + " fills the table " + theirs.table() + ", not " + mine.table()),
          new Text("tulis table: " + theirs.table(), "write table: " + theirs.table()));
      return;
    }
    boolean sameKey =
        mine.key().equals(theirs.key())
            && mine.terms().otherKey().equals(theirs.terms().otherKey())
            && mine.terms().per().period() == theirs.terms().per().period();
    if (!sameKey) {
      fault(
          new Text(
              "key, else atau per: period berbeda dari " + ownerId,
              "key, else or per: period differ from those of " + ownerId),
          new Text("samakan dengan " + ownerId, "make them those of " + ownerId));
    }
    if (theirs.load() == LoadMode.REPLACE && !theirs.terms().per().parts()) {
      fault(
          new Text(
              ownerId + " mengganti seluruh tabel dan akan menghapus baris pemetaan ini",
              ownerId + " replaces the whole table and would delete the rows of this mapping"),
          new Text(
              "tulis per: [kolom] atau load: merge di " + ownerId,
              "write per: [column] or load: merge in " + ownerId));
    }
    for (ColumnSpec column : guest.columns()) {
      compare(owner, column);
    }
  }

  private void compare(Mapping owner, ColumnSpec column) {
    int at = owner.column(column.name());
    ColumnSpec other = at < 0 ? null : owner.columns().get(at);
    if (other == null) {
      fault(
          new Text(
              ownerId + " tidak mempunyai kolom " + column.name(),
              ownerId + " has no column " + column.name()),
          new Text("tulis kolom itu di " + ownerId, "write the column in " + ownerId));
    } else if (!sameType(other.storedType(), column.storedType())
        || other.protect() != column.protect()
        || other.dataClass() != column.dataClass()) {
      fault(
          new Text(
              "type, protect atau class kolom " + column.name() + " berbeda dari " + ownerId,
              "type, protect or class of column " + column.name() + " differ from " + ownerId),
          new Text("samakan dengan " + ownerId, "make them those of " + ownerId));
    }
  }

  /** Which codes of a list a column takes is its own matter. */
  private static boolean sameType(ColumnType one, ColumnType other) {
    return (one instanceof CodeType first && other instanceof CodeType second)
        ? first.list().equals(second.list())
        : one.equals(other);
  }

  private void fault(Text message, Text fix) {
    faults.add(
        Issue.of(
            "target.owner",
            Severity.REFUSE,
            new FilePlace(guest.text().file(), 1, 1),
            new Advice("target.owner", message, fix)));
  }
}
