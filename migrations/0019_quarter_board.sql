DROP INDEX "pairing_household";--> statement-breakpoint
CREATE INDEX "household_closed" ON "household" USING btree ("county_code","closed_on","id") WHERE "household"."closed_on" is not null;--> statement-breakpoint
CREATE INDEX "pairing_spells" ON "pairing" USING btree ("county_code","household_id","started_on","ended_on","role","cadre_id","id");