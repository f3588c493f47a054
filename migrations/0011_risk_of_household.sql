-- step by step
CREATE INDEX CONCURRENTLY "household_risk_household" ON "household_risk" USING btree ("county_code","household_id");
