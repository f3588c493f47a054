ALTER TABLE "audit_event" ADD COLUMN "division_code" text NOT NULL;--> statement-breakpoint
CREATE INDEX "audit_event_division" ON "audit_event" USING btree ("division_code","at");