-- Dry runs wait for no import.
SELECT pgboss.create_queue('import-check', '{"policy": "standard", "retryLimit": 2, "retryDelay": 5, "expireInSeconds": 3600, "retentionMinutes": 20160}');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
