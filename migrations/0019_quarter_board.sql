-- step by step
CREATE INDEX CONCURRENTLY "household_closed" ON "household" USING btree ("county_code","closed_on","id") WHERE "household"."closed_on" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "pairing_spells" ON "pairing" USING btree ("county_code","household_id","started_on","ended_on","role","cadre_id","id");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "pairing_household";
