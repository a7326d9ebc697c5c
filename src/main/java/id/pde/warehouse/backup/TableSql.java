package id.pde.warehouse.backup;

import java.util.List;

/** What has to stand before rows can come: schemas, sequences, tables with their columns. */
final class TableSql {

  private static final String SEQUENCE =
      """
      'START WITH ' || s.seqstart || ' INCREMENT BY ' || s.seqincrement || ' MINVALUE ' || s.seqmin
        || ' MAXVALUE ' || s.seqmax || ' CACHE ' || s.seqcache || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END
      """;

  private static final String SCHEMAS =
      "SELECT format('CREATE SCHEMA %I', n.nspname) FROM pg_namespace n WHERE "
          + Catalogue.OURS
          + " ORDER BY n.oid";

  private static final String SEQUENCES =
      """
      SELECT format('CREATE SEQUENCE %I.%I AS %s ', n.nspname, c.relname, format_type(s.seqtypid, NULL)) || SEQUENCE
        FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE OURS
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
       ORDER BY c.oid
      """;

  private static final String TABLES =
      """
      SELECT format('CREATE %sTABLE %I.%I (%s)%s',
               CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, n.nspname, c.relname,
               (SELECT coalesce(string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                  || CASE WHEN a.attcollation <> t.typcollation
                       THEN (SELECT format(' COLLATE %I.%I', l.nspname, o.collname)
                               FROM pg_collation o JOIN pg_namespace l ON l.oid = o.collnamespace WHERE o.oid = a.attcollation)
                       ELSE '' END
                  || CASE
                       WHEN a.attidentity <> '' THEN
                         (SELECT format(' GENERATED %s AS IDENTITY (SEQUENCE NAME %I.%I ',
                                   CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, m.nspname, q.relname)
                                 || SEQUENCE || ')'
                            FROM pg_depend d JOIN pg_class q ON q.oid = d.objid JOIN pg_sequence s ON s.seqrelid = q.oid
                                             JOIN pg_namespace m ON m.oid = q.relnamespace
                           WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass
                             AND d.refobjid = c.oid AND d.refobjsubid = a.attnum AND d.deptype = 'i')
                       WHEN a.attgenerated <> '' THEN
                         (SELECT format(' GENERATED ALWAYS AS (%s) %s', pg_get_expr(e.adbin, e.adrelid),
                                   CASE a.attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END)
                            FROM pg_attrdef e WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum)
                       ELSE '' END
                  || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
                ', ' ORDER BY a.attnum), '')
                  FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                 WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
               CASE WHEN c.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(c.reloptions, ', ')) END)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND OURS ORDER BY c.oid
      """;

  private TableSql() {}

  /** Questions whose answers are statements, in order. */
  static List<String> questions() {
    return List.of(SCHEMAS, filled(SEQUENCES), filled(TABLES));
  }

  private static String filled(String question) {
    return question
        .replace("|| SEQUENCE", "|| " + SEQUENCE.strip())
        .replace("OURS", Catalogue.OURS);
  }
}
