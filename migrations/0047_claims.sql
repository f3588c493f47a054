-- step by step
CREATE TABLE "claim_expense" (
	"county_code" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"receipt_number" text NOT NULL,
	"spent_on" date NOT NULL,
	"provider" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "claim_expense_county_code_claim_id_receipt_number_pk" PRIMARY KEY("county_code","claim_id","receipt_number"),
	CONSTRAINT "claim_expense_amount" CHECK ("claim_expense"."amount" > 0)
);--> statement-breakpoint
CREATE TABLE "claim_layer" (
	"county_code" text NOT NULL,
	"claim_id" uuid NOT NULL,
	"layer" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "claim_layer_county_code_claim_id_layer_pk" PRIMARY KEY("county_code","claim_id","layer"),
	CONSTRAINT "claim_layer_amount" CHECK ("claim_layer"."amount" >= 0),
	CONSTRAINT "claim_layer_layer_code" CHECK ("claim_layer"."layer" in ('BASIC', 'SERIOUS_ILLNESS', 'SECOND_REIMBURSEMENT', 'MEDICAL_AID', 'FISCAL_TOP_UP', 'HOSPITAL', 'COMMERCIAL', 'OWN'))
);--> statement-breakpoint
CREATE TABLE "claim" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"member_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"person_id_masked" text,
	"person_hash" "bytea",
	"category" text NOT NULL,
	"kind" text NOT NULL,
	"event_on" date NOT NULL,
	"year" integer NOT NULL,
	"cause" text NOT NULL,
	"diagnosis" text,
	"source" text NOT NULL,
	"problem_id" uuid,
	"visit_id" uuid,
	"applied_on" date NOT NULL,
	"status" text DEFAULT 'DRAFT' NOT NULL,
	"total" bigint NOT NULL,
	"own" bigint NOT NULL,
	"residue" bigint NOT NULL,
	"residue_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"submitted_on" date,
	"checked_on" date,
	"insurer_id" uuid,
	"sent_on" date,
	"due_on" date,
	"assessed_on" date,
	"assessed_own" bigint,
	"assessed_compliant_own" bigint,
	"compensation" bigint,
	"other_relief" bigint,
	"loan" bigint,
	"income_per_head" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "claim_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "claim_mask" CHECK (length("claim"."person_id_masked") <= 8),
	CONSTRAINT "claim_year" CHECK ("claim"."year" = extract(year from "claim"."event_on")),
	CONSTRAINT "claim_amounts" CHECK ("claim"."total" >= 0 and "claim"."own" >= 0 and "claim"."assessed_own" >= 0
      and "claim"."assessed_compliant_own" between 0 and "claim"."assessed_own" and "claim"."compensation" >= 0 and "claim"."other_relief" >= 0
      and "claim"."loan" >= 0),
	CONSTRAINT "claim_sent" CHECK (("claim"."insurer_id" is null) = ("claim"."sent_on" is null)),
	CONSTRAINT "claim_assessed" CHECK (num_nulls("claim"."assessed_on", "claim"."assessed_own", "claim"."assessed_compliant_own", "claim"."compensation", "claim"."other_relief",
        "claim"."loan", "claim"."income_per_head") in (0, 7)),
	CONSTRAINT "claim_category_code" CHECK ("claim"."category" in ('ORDINARY', 'RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN')),
	CONSTRAINT "claim_kind_code" CHECK ("claim"."kind" in ('ILLNESS', 'EDUCATION', 'ACCIDENT', 'DISASTER', 'INDUSTRY_RISK', 'OTHER')),
	CONSTRAINT "claim_source_code" CHECK ("claim"."source" in ('APPLICATION', 'PROBLEM', 'VISIT', 'WARNING')),
	CONSTRAINT "claim_status_code" CHECK ("claim"."status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'WITH_INSURER', 'ASSESSED', 'APPROVED', 'REJECTED', 'APPEALED', 'WITHDRAWN', 'REVERSED'))
);--> statement-breakpoint
CREATE TABLE "claim_step" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"happened_on" date NOT NULL,
	"note" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"recorded_by_token" uuid,
	CONSTRAINT "claim_step_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "claim_step_from_status_code" CHECK ("claim_step"."from_status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'WITH_INSURER', 'ASSESSED', 'APPROVED', 'REJECTED', 'APPEALED', 'WITHDRAWN', 'REVERSED')),
	CONSTRAINT "claim_step_to_status_code" CHECK ("claim_step"."to_status" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'WITH_INSURER', 'ASSESSED', 'APPROVED', 'REJECTED', 'APPEALED', 'WITHDRAWN', 'REVERSED'))
);--> statement-breakpoint
ALTER TABLE "claim_expense" ADD CONSTRAINT "claim_expense_county_code_claim_id_claim_county_code_id_fk" FOREIGN KEY ("county_code","claim_id") REFERENCES "public"."claim"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_layer" ADD CONSTRAINT "claim_layer_county_code_claim_id_claim_county_code_id_fk" FOREIGN KEY ("county_code","claim_id") REFERENCES "public"."claim"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_county_code_member_id_member_county_code_id_fk" FOREIGN KEY ("county_code","member_id") REFERENCES "public"."member"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_county_code_problem_id_problem_county_code_id_fk" FOREIGN KEY ("county_code","problem_id") REFERENCES "public"."problem"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_county_code_visit_id_visit_county_code_id_fk" FOREIGN KEY ("county_code","visit_id") REFERENCES "public"."visit"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_county_code_insurer_id_organization_county_code_id_fk" FOREIGN KEY ("county_code","insurer_id") REFERENCES "public"."organization"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_step" ADD CONSTRAINT "claim_step_county_code_claim_id_claim_county_code_id_fk" FOREIGN KEY ("county_code","claim_id") REFERENCES "public"."claim"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_expense_number" ON "claim_expense" USING btree ("county_code","receipt_number");--> statement-breakpoint
CREATE INDEX "claim_household" ON "claim" USING btree ("county_code","household_id","year");--> statement-breakpoint
CREATE INDEX "claim_member" ON "claim" USING btree ("county_code","member_id","year");--> statement-breakpoint
CREATE INDEX "claim_person" ON "claim" USING btree ("county_code","person_hash");--> statement-breakpoint
CREATE INDEX "claim_village" ON "claim" USING btree ("county_code","village_code","status");--> statement-breakpoint
CREATE INDEX "claim_insurer" ON "claim" USING btree ("county_code","insurer_id","status");--> statement-breakpoint
CREATE INDEX "claim_newest" ON "claim" USING btree ("applied_on","county_code");--> statement-breakpoint
CREATE INDEX "claim_problem" ON "claim" USING btree ("county_code","problem_id");--> statement-breakpoint
CREATE INDEX "claim_visit" ON "claim" USING btree ("county_code","visit_id");--> statement-breakpoint
CREATE INDEX "claim_step_claim" ON "claim_step" USING btree ("county_code","claim_id");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT', 'CLAIM', 'CLAIM_STEP')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT', 'CLAIM', 'CLAIM_STEP']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "claim", "claim_expense", "claim_layer" TO bangfu_app;--> statement-breakpoint
-- A history: the program adds rows and reads them.
GRANT SELECT, INSERT ON "claim_step" TO bangfu_app;--> statement-breakpoint
REVOKE UPDATE, DELETE ON "claim_step" FROM bangfu_app;
