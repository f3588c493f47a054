-- step by step
-- Keys with the county code hold as before and cascade no more: a cluster refuses that. Of large tables they are checked in a
-- step of their own. Until the servers of the former release are stopped, a household that these move is refused by its keys.
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_county_code_county_county_code_fk",
  ADD CONSTRAINT "attachment_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "cadre" DROP CONSTRAINT "cadre_county_code_county_county_code_fk",
  ADD CONSTRAINT "cadre_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "county" DROP CONSTRAINT "county_county_code_division_code_fk",
  ADD CONSTRAINT "county_county_code_division_code_fk" FOREIGN KEY ("county_code") REFERENCES "division"("code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "duty_rule" DROP CONSTRAINT "duty_rule_county_code_county_county_code_fk",
  ADD CONSTRAINT "duty_rule_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "household" DROP CONSTRAINT "household_county_code_county_county_code_fk",
  ADD CONSTRAINT "household_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "household_category" DROP CONSTRAINT "household_category_household",
  ADD CONSTRAINT "household_category_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "household_income" DROP CONSTRAINT "household_income_household",
  ADD CONSTRAINT "household_income_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "household_risk" DROP CONSTRAINT "household_risk_household",
  ADD CONSTRAINT "household_risk_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "former_resident_id" DROP CONSTRAINT "former_resident_id_member",
  ADD CONSTRAINT "former_resident_id_member" FOREIGN KEY ("county_code","member_id") REFERENCES "member"("county_code","id") ON DELETE CASCADE NOT VALID;
--> statement-breakpoint
ALTER TABLE "member" DROP CONSTRAINT "member_household",
  ADD CONSTRAINT "member_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_batch" DROP CONSTRAINT "import_batch_county_code_county_county_code_fk",
  ADD CONSTRAINT "import_batch_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "import_heading" DROP CONSTRAINT "import_heading_county_code_county_county_code_fk",
  ADD CONSTRAINT "import_heading_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "organization" DROP CONSTRAINT "organization_county_code_county_county_code_fk",
  ADD CONSTRAINT "organization_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "county"("county_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "pairing" DROP CONSTRAINT "pairing_household",
  ADD CONSTRAINT "pairing_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "duty_excuse" DROP CONSTRAINT "duty_excuse_household",
  ADD CONSTRAINT "duty_excuse_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "problem" DROP CONSTRAINT "problem_household",
  ADD CONSTRAINT "problem_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "visit" DROP CONSTRAINT "visit_household",
  ADD CONSTRAINT "visit_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "household"("county_code","id","village_code") NOT VALID;
--> statement-breakpoint
ALTER TABLE "attachment" VALIDATE CONSTRAINT "attachment_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "cadre" VALIDATE CONSTRAINT "cadre_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "county" VALIDATE CONSTRAINT "county_county_code_division_code_fk";
--> statement-breakpoint
ALTER TABLE "duty_rule" VALIDATE CONSTRAINT "duty_rule_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "household" VALIDATE CONSTRAINT "household_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "household_category" VALIDATE CONSTRAINT "household_category_household";
--> statement-breakpoint
ALTER TABLE "household_income" VALIDATE CONSTRAINT "household_income_household";
--> statement-breakpoint
ALTER TABLE "household_risk" VALIDATE CONSTRAINT "household_risk_household";
--> statement-breakpoint
ALTER TABLE "former_resident_id" VALIDATE CONSTRAINT "former_resident_id_member";
--> statement-breakpoint
ALTER TABLE "member" VALIDATE CONSTRAINT "member_household";
--> statement-breakpoint
ALTER TABLE "import_batch" VALIDATE CONSTRAINT "import_batch_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "import_heading" VALIDATE CONSTRAINT "import_heading_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "organization" VALIDATE CONSTRAINT "organization_county_code_county_county_code_fk";
--> statement-breakpoint
ALTER TABLE "pairing" VALIDATE CONSTRAINT "pairing_household";
--> statement-breakpoint
ALTER TABLE "duty_excuse" VALIDATE CONSTRAINT "duty_excuse_household";
--> statement-breakpoint
ALTER TABLE "problem" VALIDATE CONSTRAINT "problem_household";
--> statement-breakpoint
ALTER TABLE "visit" VALIDATE CONSTRAINT "visit_household";
