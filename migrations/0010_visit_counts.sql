-- step by step
CREATE INDEX CONCURRENTLY "visit_counts" ON "visit" USING btree ("county_code","visited_on","household_id","mode","recorded_on","id") WHERE "visit"."status" = 'VALID';
