-- step by step
CREATE TABLE "policy_band" (
	"county_code" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"from_amount" bigint NOT NULL,
	"to_amount" bigint,
	"rate_bps" integer,
	"flat_amount" bigint,
	CONSTRAINT "policy_band_county_code_policy_id_from_amount_pk" PRIMARY KEY("county_code","policy_id","from_amount"),
	CONSTRAINT "policy_band_range" CHECK ("policy_band"."from_amount" >= 0 and "policy_band"."to_amount" > "policy_band"."from_amount"),
	CONSTRAINT "policy_band_rate" CHECK ("policy_band"."rate_bps" between 0 and 10000),
	CONSTRAINT "policy_band_flat" CHECK ("policy_band"."flat_amount" >= 0),
	CONSTRAINT "policy_band_pays" CHECK (("policy_band"."rate_bps" is null) <> ("policy_band"."flat_amount" is null))
);--> statement-breakpoint
CREATE TABLE "policy_threshold" (
	"county_code" text NOT NULL,
	"policy_id" uuid NOT NULL,
	"category" text NOT NULL,
	"threshold" bigint NOT NULL,
	CONSTRAINT "policy_threshold_county_code_policy_id_category_pk" PRIMARY KEY("county_code","policy_id","category"),
	CONSTRAINT "policy_threshold_amount" CHECK ("policy_threshold"."threshold" >= 0),
	CONSTRAINT "policy_threshold_category_code" CHECK ("policy_threshold"."category" in ('ORDINARY', 'RELIEVED', 'UNSTABLE', 'MARGINAL', 'SUDDEN'))
);--> statement-breakpoint
CREATE TABLE "relief_policy" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"kind_name" text,
	"name" text NOT NULL,
	"status" text DEFAULT 'DRAFT' NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"counted_amount" text NOT NULL,
	"mode" text NOT NULL,
	"base" text NOT NULL,
	"accumulation" text NOT NULL,
	"once_per_year" boolean DEFAULT false NOT NULL,
	"cap_per_claim" bigint,
	"cap_person_year" bigint,
	"cap_household_year" bigint,
	"deductions" text[] NOT NULL,
	"documents_needed" text[] DEFAULT '{}'::text[] NOT NULL,
	"source_document" text,
	"note" text,
	"is_sample" boolean DEFAULT false NOT NULL,
	"replaces_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"maker_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"proposed_at" timestamp with time zone,
	"proposed_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision_note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "relief_policy_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "relief_policy_days" CHECK ("relief_policy"."to_on" is null or "relief_policy"."to_on" >= "relief_policy"."from_on"),
	CONSTRAINT "relief_policy_kind_name" CHECK (("relief_policy"."kind" = 'OTHER') = ("relief_policy"."kind_name" is not null)),
	CONSTRAINT "relief_policy_caps" CHECK ("relief_policy"."cap_per_claim" > 0 and "relief_policy"."cap_person_year" > 0 and "relief_policy"."cap_household_year" > 0),
	CONSTRAINT "relief_policy_decided" CHECK ("relief_policy"."status" <> 'APPROVED' or "relief_policy"."decided_at" is not null),
	CONSTRAINT "relief_policy_kind_code" CHECK ("relief_policy"."kind" in ('ILLNESS', 'EDUCATION', 'ACCIDENT', 'DISASTER', 'INDUSTRY_RISK', 'OTHER')),
	CONSTRAINT "relief_policy_status_code" CHECK ("relief_policy"."status" in ('DRAFT', 'PROPOSED', 'REJECTED', 'APPROVED')),
	CONSTRAINT "relief_policy_counted_amount_code" CHECK ("relief_policy"."counted_amount" in ('OWN', 'COMPLIANT_OWN')),
	CONSTRAINT "relief_policy_mode_code" CHECK ("relief_policy"."mode" in ('WHOLE', 'SLICES', 'FLAT')),
	CONSTRAINT "relief_policy_base_code" CHECK ("relief_policy"."base" in ('OWN', 'OWN_MINUS_THRESHOLD')),
	CONSTRAINT "relief_policy_accumulation_code" CHECK ("relief_policy"."accumulation" in ('CLAIM', 'PERSON_YEAR', 'HOUSEHOLD_YEAR')),
	CONSTRAINT "relief_policy_deductions_code" CHECK ("relief_policy"."deductions" <@ array['COMPENSATION', 'RELIEF', 'LOAN']::text[])
);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "relief_policy", "policy_threshold", "policy_band" TO bangfu_app;--> statement-breakpoint
ALTER TABLE "policy_band" ADD CONSTRAINT "policy_band_policy" FOREIGN KEY ("county_code","policy_id") REFERENCES "public"."relief_policy"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_threshold" ADD CONSTRAINT "policy_threshold_policy" FOREIGN KEY ("county_code","policy_id") REFERENCES "public"."relief_policy"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relief_policy" ADD CONSTRAINT "relief_policy_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relief_policy" ADD CONSTRAINT "relief_policy_replaces" FOREIGN KEY ("county_code","replaces_id") REFERENCES "public"."relief_policy"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relief_policy_kind" ON "relief_policy" USING btree ("county_code","kind","from_on");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
