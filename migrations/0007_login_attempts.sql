-- Whoever was counted by the former way starts afresh.
DELETE FROM "login_failure";--> statement-breakpoint
ALTER TABLE "app_user" ADD COLUMN "pinyin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "login_failure" ADD COLUMN "failed_at" timestamp with time zone[] DEFAULT '{}'::timestamptz[] NOT NULL;--> statement-breakpoint
ALTER TABLE "login_failure" ADD COLUMN "pending" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "login_failure" ADD COLUMN "last_attempt_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "login_failure" DROP COLUMN "count";--> statement-breakpoint
ALTER TABLE "login_failure" DROP COLUMN "window_from";