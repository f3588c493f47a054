-- step by step
-- A person is found by a whole number over all counties: such an index does not begin with the county.
CREATE INDEX CONCURRENTLY "cadre_phone_anywhere" ON "cadre" USING btree ("phone_hash");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_number_anywhere" ON "household" USING btree ("number") WHERE "household"."number" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_phone_anywhere" ON "household" USING btree ("phone_hash") WHERE "household"."phone_hash" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_resident_id_anywhere" ON "member" USING btree ("resident_id_hash") WHERE "member"."resident_id_hash" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_phone_anywhere" ON "member" USING btree ("phone_hash") WHERE "member"."phone_hash" is not null;--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "household_phone";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "member_left_id";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "member_phone";
