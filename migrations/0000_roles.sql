-- The server works as bangfu_app, which owns nothing: the second wall behind the application's own checks.
-- Roles belong to the whole cluster, so another database of it may have made this one already, even at the same moment.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'bangfu_app') THEN
    BEGIN
      CREATE ROLE bangfu_app NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END IF;
END $$;--> statement-breakpoint
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'bangfu_app', 'SET') THEN
    EXECUTE format('GRANT bangfu_app TO %I', current_user);
  END IF;
EXCEPTION WHEN invalid_parameter_value THEN
  -- PostgreSQL 15 has no SET privilege to ask for.
  EXECUTE format('GRANT bangfu_app TO %I', current_user);
END $$;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO bangfu_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO bangfu_app;
