-- Lists and uploads whose time is over are deleted by a job of their own, so that it does not wait for a person.
SELECT pgboss.create_queue('import-tidy', '{"policy": "standard", "retryLimit": 3, "retryDelay": 60, "expireInSeconds": 900, "retentionMinutes": 40320}');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
