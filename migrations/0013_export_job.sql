CREATE TABLE "export_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"division_code" text NOT NULL,
	"type" text NOT NULL,
	"format" text NOT NULL,
	"fields" text[] DEFAULT '{}'::text[] NOT NULL,
	"filter_cipher" "bytea",
	"lang" text NOT NULL,
	"purpose" text NOT NULL,
	"status" text DEFAULT 'QUEUED' NOT NULL,
	"total" integer,
	"done" integer DEFAULT 0 NOT NULL,
	"byte_size" bigint,
	"failure" text,
	"storage_key" text,
	"seen" text,
	"started_by" uuid NOT NULL,
	"token_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "export_job" ADD CONSTRAINT "export_job_started_by_app_user_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "export_job_owner" ON "export_job" USING btree ("started_by","created_at");--> statement-breakpoint
CREATE INDEX "export_job_created" ON "export_job" USING btree ("created_at");--> statement-breakpoint
-- Exports: six hours at most, written anew when a process dies. Their files are cleared away by a job of its own.
SELECT pgboss.create_queue('export', '{"policy": "standard", "retryLimit": 3, "retryDelay": 5, "expireInSeconds": 21600, "retentionMinutes": 20160}');--> statement-breakpoint
SELECT pgboss.create_queue('export-tidy', '{"policy": "standard", "retryLimit": 3, "retryDelay": 60, "expireInSeconds": 900, "retentionMinutes": 40320}');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
