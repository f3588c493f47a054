-- What people send to a webhook by hand goes in a line of its own, so that it does not stand before what others wait for.
SELECT pgboss.create_queue('webhook-send', '{"policy": "standard", "retryLimit": 2, "retryDelay": 5, "expireInSeconds": 300, "retentionMinutes": 1440}');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
