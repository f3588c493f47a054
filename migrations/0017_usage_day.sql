ALTER TABLE "token_usage" DROP CONSTRAINT "token_usage_counts";--> statement-breakpoint
ALTER TABLE "token_usage" ALTER COLUMN "day" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "token_usage" ADD CONSTRAINT "token_usage_counts" CHECK ("token_usage"."day" ~ '^\d{4}-\d{2}-\d{2}$' and least("token_usage"."operations", "token_usage"."points", "token_usage"."refusals") >= 0);