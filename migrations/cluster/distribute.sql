-- Spreads an empty, migrated database over a cluster of PostgreSQL with the extension citus, by county. The owner runs it
-- once, on the coordinator, after the migrations and before the first start:
--   psql "$DATABASE_OWNER_URL" --set ON_ERROR_STOP=1 --file migrations/cluster/distribute.sql
-- A table that carries county_code is spread by it; the list below says where all others lie. Tests compare it with the
-- tables and with every statement that the program sends.
BEGIN;
SET LOCAL client_min_messages = 'warning';
SET LOCAL citus.multi_shard_modify_mode = 'sequential';
CREATE TEMPORARY TABLE placement (ordinal int GENERATED ALWAYS AS IDENTITY, name text NOT NULL, place text NOT NULL)
  ON COMMIT DROP;
INSERT INTO placement (name, place) VALUES
  -- On every node, whole: what county data point at, or are read together with.
  ('division', 'REFERENCE'),
  ('division_change', 'REFERENCE'),
  ('app_user', 'REFERENCE'),
  ('api_token', 'REFERENCE'),
  -- On the coordinator alone: what belongs to accounts and tokens, jobs, and the changes in the order of its transactions.
  ('record_change', 'LOCAL'),
  ('user_grant', 'LOCAL'),
  ('session', 'LOCAL'),
  ('access_token', 'LOCAL'),
  ('token_usage', 'LOCAL'),
  ('password_reset', 'LOCAL'),
  ('login_failure', 'LOCAL'),
  ('number_search', 'LOCAL'),
  ('pace_window', 'LOCAL'),
  ('second_factor', 'LOCAL'),
  ('second_factor_policy', 'LOCAL'),
  ('recovery_code', 'LOCAL'),
  ('sign_in_challenge', 'LOCAL'),
  ('job_run', 'LOCAL'),
  ('export_job', 'LOCAL'),
  ('webhook', 'LOCAL'),
  ('webhook_delivery', 'LOCAL'),
  ('app_meta', 'LOCAL');
-- By county_code, all rows of a county on one node; the county itself first, since the others lie beside it.
INSERT INTO placement (name, place)
SELECT relname, 'DISTRIBUTED' FROM pg_class
JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'county_code' AND NOT attisdropped
WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname NOT IN (SELECT name FROM placement)
ORDER BY relname <> 'county', relname;

-- Tables first, the foreign keys between county tables after: a table cannot point at one that is not spread yet.
DO $$
DECLARE
  one record;
  counties constant oid[] := array(SELECT name::regclass::oid FROM placement WHERE place = 'DISTRIBUTED');
BEGIN
  FOR one IN SELECT name FROM placement WHERE place <> 'LOCAL' LOOP
    EXECUTE format('DO $inner$ BEGIN IF EXISTS (SELECT FROM %I) THEN RAISE EXCEPTION %L; END IF; END $inner$',
      one.name, format('table %s is not empty', one.name));
  END LOOP;
  CREATE TEMPORARY TABLE foreign_key ON COMMIT DROP AS
    SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (counties) AND confrelid = ANY (counties);
  FOR one IN SELECT * FROM foreign_key LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.of, one.name);
  END LOOP;
  FOR one IN SELECT name, place FROM placement ORDER BY ordinal LOOP
    IF one.place = 'REFERENCE' THEN
      PERFORM create_reference_table(one.name::regclass);
    ELSIF one.name = 'county' THEN
      PERFORM create_distributed_table('county', 'county_code');
    ELSIF one.place = 'DISTRIBUTED' THEN
      PERFORM create_distributed_table(one.name::regclass, 'county_code', colocate_with => 'county');
    END IF;
  END LOOP;
  FOR one IN SELECT * FROM foreign_key LOOP
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', one.of, one.name, one.definition);
  END LOOP;
END $$;
COMMIT;
