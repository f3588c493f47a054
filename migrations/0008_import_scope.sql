ALTER TABLE "import_batch" ADD COLUMN "division_code" text NOT NULL;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "started_by" uuid;--> statement-breakpoint
ALTER TABLE "import_batch" ADD COLUMN "started_at" timestamp with time zone;