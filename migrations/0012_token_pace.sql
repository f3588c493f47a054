CREATE TABLE "access_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"api_token_id" uuid NOT NULL,
	"rights" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pace_window" (
	"caller_id" uuid PRIMARY KEY NOT NULL,
	"window_at" timestamp with time zone NOT NULL,
	"leased" integer NOT NULL,
	"granted" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "token_usage" (
	"token_id" uuid NOT NULL,
	"day" date NOT NULL,
	"operations" integer NOT NULL,
	"points" integer NOT NULL,
	"refusals" integer NOT NULL,
	CONSTRAINT "token_usage_token_id_day_pk" PRIMARY KEY("token_id","day"),
	CONSTRAINT "token_usage_counts" CHECK (least("token_usage"."operations", "token_usage"."points", "token_usage"."refusals") >= 0)
);
--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "points_per_minute" integer;--> statement-breakpoint
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_api_token_id_api_token_id_fk" FOREIGN KEY ("api_token_id") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_token_id_api_token_id_fk" FOREIGN KEY ("token_id") REFERENCES "public"."api_token"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_token_token" ON "access_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "access_token_parent" ON "access_token" USING btree ("api_token_id");--> statement-breakpoint
CREATE INDEX "access_token_expiry" ON "access_token" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_points" CHECK ("api_token"."points_per_minute" > 0);--> statement-breakpoint
-- Worth nothing after a crash, and a lease must not wait for the disk.
ALTER TABLE "pace_window" SET UNLOGGED;
