-- step by step
-- How many messages somebody asked for by hand and that have not gone is read from the messages and not from the queue.
ALTER TABLE "webhook_delivery" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "webhook_delivery_asked" ON "webhook_delivery" USING btree ("webhook_id") WHERE "webhook_delivery"."asked_at" is not null;
