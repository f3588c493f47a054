-- step by step
DROP INDEX CONCURRENTLY IF EXISTS "household_closed";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_closed" ON "household" USING btree ("county_code","id","closed_on") WHERE "household"."closed_on" is not null;
