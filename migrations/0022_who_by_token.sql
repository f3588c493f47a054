ALTER TABLE "duty_excuse" ADD COLUMN "excused_by_token" uuid;--> statement-breakpoint
ALTER TABLE "duty_excuse" ADD COLUMN "withdrawn_by_token" uuid;--> statement-breakpoint
ALTER TABLE "problem_step" ADD COLUMN "recorded_by_token" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "withdrawn_by_token" uuid;--> statement-breakpoint
ALTER TABLE "visit" ADD COLUMN "recorded_by_token" uuid;--> statement-breakpoint
ALTER TABLE "visit_version" ADD COLUMN "replaced_by_token" uuid;