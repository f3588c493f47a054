DROP INDEX "household_closed";--> statement-breakpoint
CREATE INDEX "household_closed" ON "household" USING btree ("county_code","id","closed_on") WHERE "household"."closed_on" is not null;