ALTER TABLE "login_failure" ADD COLUMN "refused" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "login_failure" ADD COLUMN "refused_since" timestamp with time zone;