-- Which process is at which job. The queue's own time limit is for a job that never ends; a process that dies is noticed
-- by this within seconds.
CREATE TABLE "job_run" (
	"queue" text NOT NULL,
	"job_id" uuid NOT NULL,
	"process_id" uuid NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "job_run_queue_job_id_pk" PRIMARY KEY("queue","job_id")
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "job_run" TO bangfu_app;
--> statement-breakpoint
-- By this the library sends what its schedules say.
SELECT pgboss.create_queue('__pgboss__send-it', '{"policy": "standard"}');
--> statement-breakpoint
-- Every few seconds what is under way and on no queue is handed in again.
SELECT pgboss.create_queue('resume', '{"policy": "standard", "retryLimit": 0, "retryDelay": 0, "expireInSeconds": 300, "retentionMinutes": 60}');
--> statement-breakpoint
SELECT pgboss.create_queue('upload-tidy', '{"policy": "standard", "retryLimit": 3, "retryDelay": 60, "expireInSeconds": 900, "retentionMinutes": 1440}');
--> statement-breakpoint
SELECT pgboss.create_queue('webhook-tidy', '{"policy": "standard", "retryLimit": 3, "retryDelay": 60, "expireInSeconds": 3600, "retentionMinutes": 1440}');
--> statement-breakpoint
-- Here comes what is not tried again, so that its record can say so.
SELECT pgboss.create_queue('import-given-up', '{"policy": "standard", "retryLimit": 5, "retryDelay": 5, "expireInSeconds": 900, "retentionMinutes": 20160}');
--> statement-breakpoint
SELECT pgboss.create_queue('import-check-given-up', '{"policy": "standard", "retryLimit": 5, "retryDelay": 5, "expireInSeconds": 900, "retentionMinutes": 20160}');
--> statement-breakpoint
SELECT pgboss.create_queue('export-given-up', '{"policy": "standard", "retryLimit": 5, "retryDelay": 5, "expireInSeconds": 900, "retentionMinutes": 20160}');
--> statement-breakpoint
-- Tried again five times, with pauses from a second on that double. Twelve hours are longer than any list takes.
UPDATE pgboss.queue SET dead_letter = name || '-given-up', retry_limit = 5, retry_delay = 1, retry_backoff = true,
    expire_seconds = 43200, updated_on = now()
  WHERE name IN ('import', 'import-check', 'export');
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
