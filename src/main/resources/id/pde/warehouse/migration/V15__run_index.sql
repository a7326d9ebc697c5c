-- Where the rows of a run lie (see RunIndex): an undo reads its run, not the whole table.
DO $$
DECLARE
  owned record;
BEGIN
  FOR owned IN SELECT table_name FROM pde.owned_table LOOP
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'warehouse' AND tablename = owned.table_name) THEN
      EXECUTE format('CREATE INDEX ON warehouse.%I USING brin (_run int8_minmax_multi_ops) WITH (pages_per_range = 32)', owned.table_name);
    END IF;
    IF EXISTS (SELECT FROM pg_tables WHERE schemaname = 'history' AND tablename = owned.table_name) THEN
      EXECUTE format('CREATE INDEX ON history.%I USING brin (_run int8_minmax_multi_ops, _run_ended int8_minmax_multi_ops) WITH (pages_per_range = 32)', owned.table_name);
    END IF;
  END LOOP;
END
$$;
