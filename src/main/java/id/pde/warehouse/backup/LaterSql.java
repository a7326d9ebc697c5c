package id.pde.warehouse.backup;

import java.util.List;

/** What comes behind the rows: functions, constraints, indexes, views, triggers, comments. */
final class LaterSql {

  private static final String OF_CLASS =
      " JOIN pg_class c ON c.oid = %s JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
          + Catalogue.OURS;

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE p.prokind IN ('f', 'p') AND OURS ORDER BY p.oid
          """,
          """
          SELECT format('ALTER SEQUENCE %I.%I OWNED BY %I.%I.%I', m.nspname, q.relname, n.nspname, c.relname, a.attname)
            FROM pg_depend d JOIN pg_class q ON q.oid = d.objid AND q.relkind = 'S' JOIN pg_namespace m ON m.oid = q.relnamespace
                 JOIN pg_class c ON c.oid = d.refobjid JOIN pg_namespace n ON n.oid = c.relnamespace
                 JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid
           WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a' AND OURS
          """,
          """
          SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I SET DEFAULT %s', n.nspname, c.relname, a.attname,
                        pg_get_expr(d.adbin, d.adrelid))
            FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = ''
          """
              + OF_CLASS.formatted("d.adrelid")
              + " AND c.relkind = 'r' ORDER BY d.oid",
          """
          SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k
          """
              + OF_CLASS.formatted("k.conrelid")
              + " AND c.relkind = 'r' AND k.contype IN ('p', 'u', 'x', 'c', 'f')"
              + " ORDER BY position(k.contype::text IN 'puxcf'), k.oid",
          "SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i"
              + OF_CLASS.formatted("i.indrelid")
              + " AND c.relkind = 'r'"
              + " AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid"
              + " AND k.conrelid = i.indrelid) ORDER BY i.indexrelid",
          "SELECT pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s"
              + OF_CLASS.formatted("s.stxrelid"),
          """
          SELECT format('CREATE %s %I.%I%s AS %s', CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                        n.nspname, c.relname,
                        CASE WHEN c.reloptions IS NULL THEN '' ELSE format(' WITH (%s)', array_to_string(c.reloptions, ', ')) END,
                        pg_get_viewdef(c.oid))
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind IN ('v', 'm') AND OURS ORDER BY c.oid
          """,
          "SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i"
              + OF_CLASS.formatted("i.indrelid")
              + " AND c.relkind = 'm'",
          "SELECT pg_get_ruledef(r.oid) FROM pg_rewrite r"
              + OF_CLASS.formatted("r.ev_class")
              + " AND r.rulename <> '_RETURN'",
          "SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t"
              + OF_CLASS.formatted("t.tgrelid")
              + " AND NOT t.tgisinternal",
          """
          SELECT format('ALTER TABLE %I.%I %s TRIGGER %I', n.nspname, c.relname,
                        CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname)
            FROM pg_trigger t
          """
              + OF_CLASS.formatted("t.tgrelid")
              + " AND NOT t.tgisinternal AND t.tgenabled <> 'O'",
          """
          SELECT format('COMMENT ON SCHEMA %I IS %L', n.nspname, d.description)
            FROM pg_description d JOIN pg_namespace n ON n.oid = d.objoid
           WHERE d.classoid = 'pg_namespace'::regclass AND OURS
          """,
          """
          SELECT format('COMMENT ON %s %I.%I IS %L',
                        CASE c.relkind WHEN 'r' THEN 'TABLE' WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW'
                                       WHEN 'S' THEN 'SEQUENCE' ELSE 'INDEX' END, n.nspname, c.relname, d.description)
            FROM pg_description d
          """
              + OF_CLASS.formatted("d.objoid")
              + " AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0"
              + " AND c.relkind IN ('r', 'v', 'm', 'S', 'i')",
          """
          SELECT format('COMMENT ON COLUMN %I.%I.%I IS %L', n.nspname, c.relname, a.attname, d.description)
            FROM pg_description d JOIN pg_attribute a ON a.attrelid = d.objoid AND a.attnum = d.objsubid
          """
              + OF_CLASS.formatted("d.objoid")
              + " AND d.classoid = 'pg_class'::regclass AND c.relkind IN ('r', 'v', 'm')",
          """
          SELECT format('COMMENT ON CONSTRAINT %I ON %I.%I IS %L', k.conname, n.nspname, c.relname, d.description)
            FROM pg_description d JOIN pg_constraint k ON k.oid = d.objoid AND d.classoid = 'pg_constraint'::regclass
          """
              + OF_CLASS.formatted("k.conrelid")
              + " AND k.contype IN ('p', 'u', 'x', 'c', 'f')",
          """
          SELECT format('COMMENT ON ROUTINE %s IS %L', p.oid::regprocedure, d.description)
            FROM pg_description d JOIN pg_proc p ON p.oid = d.objoid JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE d.classoid = 'pg_proc'::regclass AND p.prokind IN ('f', 'p') AND OURS
          """);

  /** Names of sequences; their values are read of each. */
  static final String SEQUENCES =
      """
      SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'S' AND OURS ORDER BY c.oid
      """
          .replace("OURS", Catalogue.OURS);

  private LaterSql() {}

  static String valueOf(String sequence) {
    return "SELECT format('SELECT pg_catalog.setval(%L, %s, %L)', '"
        + sequence.replace("'", "''")
        + "', last_value, is_called) FROM "
        + sequence;
  }

  /** Questions whose answers are statements, in order. */
  static List<String> questions() {
    return QUESTIONS.stream().map(sql -> sql.replace("OURS", Catalogue.OURS)).toList();
  }
}
