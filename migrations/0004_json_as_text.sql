ALTER TABLE "audit_event" ALTER COLUMN "before" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "audit_event" ALTER COLUMN "after" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "import_batch" ALTER COLUMN "columns" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "import_row" ALTER COLUMN "errors" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "import_row" ALTER COLUMN "written" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "idempotency" ALTER COLUMN "result" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "visit_version" ALTER COLUMN "content" SET DATA TYPE text;