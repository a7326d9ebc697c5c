package id.pde.source.sheet;

/**
 * What one part of a package says of another.
 *
 * @param type the last part of the relation's type: {@code worksheet}, {@code sharedStrings}
 * @param target the name of the other part, from the root of the archive and without first slash
 */
record Relation(String id, String type, String target) {}
