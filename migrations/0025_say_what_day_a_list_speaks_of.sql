ALTER TABLE "import_batch" ADD COLUMN "as_of" date;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "changes" text;