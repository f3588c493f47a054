-- step by step
ALTER TABLE "import_batch" ADD COLUMN "file_deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "import_row" ADD COLUMN "warnings" text;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_namesakes" ON "member" USING btree ("county_code","name","birth_on");
