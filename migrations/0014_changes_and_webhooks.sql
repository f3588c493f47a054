CREATE TABLE "record_change" (
	"county_code" text NOT NULL,
	"xid" bigint NOT NULL,
	"ordinal" integer NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid,
	"kind" text NOT NULL,
	"place_before" text,
	"place_after" text,
	"household_id" uuid,
	"cadre_id" uuid,
	"for_cadre_id" uuid,
	"parts" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "record_change_county_code_xid_ordinal_pk" PRIMARY KEY("county_code","xid","ordinal")
);
--> statement-breakpoint
CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"types" text[] DEFAULT '{}'::text[] NOT NULL,
	"division_code" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"pause_reason" text,
	"secret_cipher" "bytea" NOT NULL,
	"former_secret_cipher" "bytea",
	"former_secret_until" timestamp with time zone,
	"position" text NOT NULL,
	"failing_since" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"leased_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"webhook_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"change_count" integer DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'WAITING' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"response_code" integer,
	"failure" text,
	"duration_ms" integer,
	"tried_at" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_division_code_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_change_order" ON "record_change" USING btree ("xid","ordinal");--> statement-breakpoint
CREATE INDEX "record_change_helper" ON "record_change" USING btree ("county_code","for_cadre_id","household_id") WHERE "record_change"."for_cadre_id" is not null;--> statement-breakpoint
CREATE INDEX "webhook_division" ON "webhook" USING btree ("division_code");--> statement-breakpoint
CREATE INDEX "webhook_owner" ON "webhook" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "webhook_delivery_webhook" ON "webhook_delivery" USING btree ("webhook_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_at" ON "webhook_delivery" USING btree ("created_at");--> statement-breakpoint
-- A change that is told stays as it was told; what is old enough is cleared away.
REVOKE UPDATE ON record_change FROM bangfu_app;--> statement-breakpoint
-- What numbers of transactions count in: another cluster, another line of recovery, another copy of the data, and they
-- count anew. The names of files of the log tell the line of recovery, from its first write on.
CREATE FUNCTION cluster_identity() RETURNS text LANGUAGE sql SET search_path = public AS $$
  SELECT md5(concat_ws(' ', (SELECT system_identifier FROM pg_control_system()),
    left(pg_walfile_name(pg_current_wal_lsn()), 8),
    (SELECT oid FROM pg_database WHERE datname = current_database()), 'record_change'::regclass::oid))
$$;--> statement-breakpoint
-- Messages to webhooks: taken up at once or again by the next look, so nothing is tried again by the queue itself.
SELECT pgboss.create_queue('webhook', '{"policy": "standard", "retryLimit": 0, "retryDelay": 0, "expireInSeconds": 300, "retentionMinutes": 60}');--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO bangfu_app;
