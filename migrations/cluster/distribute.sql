-- Spreads an empty, migrated database over a cluster of PostgreSQL with the extension citus, by county. The owner runs it
-- once, on the coordinator, after the migrations and before the first start:
--   psql "$DATABASE_OWNER_URL" --set ON_ERROR_STOP=1 --file migrations/cluster/distribute.sql
-- The list below is the one place that says where each table lies; tests compare it with the tables and with every
-- statement that the program sends.
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
  -- By county_code, all rows of a county on one node.
  ('county', 'DISTRIBUTED'),
  ('duty_rule', 'DISTRIBUTED'),
  ('organization', 'DISTRIBUTED'),
  ('cadre', 'DISTRIBUTED'),
  ('household', 'DISTRIBUTED'),
  ('household_category', 'DISTRIBUTED'),
  ('household_risk', 'DISTRIBUTED'),
  ('household_income', 'DISTRIBUTED'),
  ('member', 'DISTRIBUTED'),
  ('former_resident_id', 'DISTRIBUTED'),
  ('pairing', 'DISTRIBUTED'),
  ('visit', 'DISTRIBUTED'),
  ('visit_version', 'DISTRIBUTED'),
  ('visit_check', 'DISTRIBUTED'),
  ('problem', 'DISTRIBUTED'),
  ('problem_step', 'DISTRIBUTED'),
  ('duty_excuse', 'DISTRIBUTED'),
  ('attachment', 'DISTRIBUTED'),
  ('import_batch', 'DISTRIBUTED'),
  ('import_heading', 'DISTRIBUTED'),
  ('import_row', 'DISTRIBUTED'),
  ('audit_event', 'DISTRIBUTED'),
  ('audit_head', 'DISTRIBUTED'),
  ('idempotency', 'DISTRIBUTED'),
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
  ('export_job', 'LOCAL'),
  ('webhook', 'LOCAL'),
  ('webhook_delivery', 'LOCAL'),
  ('app_meta', 'LOCAL');

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
