package id.pde.warehouse.backup;

import id.pde.warehouse.mart.OpenColumns;
import java.util.List;

/** Who may do what, beside the owner; and what a backup does not keep. */
final class GrantSql {

  private static final String TO =
      """
      CASE x.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END
             || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
      """;

  /** What the Command Center may read is granted anew from the mapping files. */
  private static final String LASTING =
      "x.grantee NOT IN (SELECT oid FROM pg_roles WHERE rolname = '" + OpenColumns.READER + "')";

  private static final List<String> QUESTIONS =
      List.of(
          """
          SELECT format('GRANT %s ON SCHEMA %I TO ', x.privilege_type, n.nspname) || TO_WHOM
            FROM pg_namespace n, aclexplode(n.nspacl) x WHERE x.grantee <> n.nspowner AND LASTING AND OURS
          """,
          """
          SELECT format('GRANT %s ON %s %I.%I TO ', x.privilege_type, CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                        n.nspname, c.relname) || TO_WHOM
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) x
           WHERE x.grantee <> c.relowner AND c.relkind IN ('r', 'v', 'm', 'S') AND LASTING AND OURS
          """,
          """
          SELECT format('GRANT %s (%I) ON %I.%I TO ', x.privilege_type, a.attname, n.nspname, c.relname) || TO_WHOM
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace,
                 aclexplode(a.attacl) x
           WHERE x.grantee <> c.relowner AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm') AND LASTING AND OURS
          """,
          """
          SELECT format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', p.oid::regprocedure)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE p.proacl IS NOT NULL AND p.prokind IN ('f', 'p') AND OURS
          """,
          """
          SELECT format('GRANT %s ON ROUTINE %s TO ', x.privilege_type, p.oid::regprocedure) || TO_WHOM
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace, aclexplode(p.proacl) x
           WHERE x.grantee <> p.proowner AND p.prokind IN ('f', 'p') AND OURS
          """);

  /** Names of things that PDE never makes, and that a backup leaves out. */
  static final String UNSAVED =
      """
      SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE (c.relkind IN ('p', 'f', 'c') OR EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid AND c.relkind = 'r')) AND OURS
      UNION ALL
      SELECT format('%I.%I', n.nspname, t.typname) FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
       WHERE t.typtype IN ('e', 'd', 'r') AND OURS
      UNION ALL
      SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prokind NOT IN ('f', 'p') AND OURS
      UNION ALL
      SELECT format('%I.%I (POLICY %I)', n.nspname, c.relname, p.polname)
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE OURS
      """
          .replace("OURS", Catalogue.OURS);

  private GrantSql() {}

  /** Questions whose answers are statements, in order. */
  static List<String> questions() {
    return QUESTIONS.stream()
        .map(sql -> sql.replace("TO_WHOM", TO.strip()).replace("LASTING", LASTING))
        .map(sql -> sql.replace("OURS", Catalogue.OURS))
        .toList();
  }
}
