-- step by step
CREATE TABLE "fund_allocation" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"line_id" uuid NOT NULL,
	"target" text NOT NULL,
	"title" text NOT NULL,
	"project_id" uuid,
	"organization_id" uuid,
	"division_code" text,
	"amount" bigint NOT NULL,
	"document_number" text,
	"status" text DEFAULT 'PROPOSED' NOT NULL,
	"effective_on" date,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fund_allocation_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_allocation_amount" CHECK ("fund_allocation"."amount" > 0),
	CONSTRAINT "fund_allocation_target" CHECK (("fund_allocation"."target" = 'PROJECT') = ("fund_allocation"."project_id" is not null)
        and ("fund_allocation"."target" = 'UNIT') = ("fund_allocation"."organization_id" is not null)
        and ("fund_allocation"."target" = 'TOWNSHIP') = ("fund_allocation"."division_code" is not null)),
	CONSTRAINT "fund_allocation_in_county" CHECK (length("fund_allocation"."division_code") in (9, 12) and starts_with("fund_allocation"."division_code", "fund_allocation"."county_code")),
	CONSTRAINT "fund_allocation_decided" CHECK (("fund_allocation"."status" = 'PROPOSED') = ("fund_allocation"."decided_by" is null)),
	CONSTRAINT "fund_allocation_target_code" CHECK ("fund_allocation"."target" in ('PROJECT', 'PROGRAMME', 'UNIT', 'TOWNSHIP')),
	CONSTRAINT "fund_allocation_status_code" CHECK ("fund_allocation"."status" in ('PROPOSED', 'APPROVED', 'REJECTED'))
);--> statement-breakpoint
CREATE TABLE "fund_commitment" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"allocation_id" uuid NOT NULL,
	"payee" text NOT NULL,
	"purpose" text,
	"amount" bigint NOT NULL,
	"settled" bigint DEFAULT 0 NOT NULL,
	"released" bigint DEFAULT 0 NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"committed_on" date NOT NULL,
	"committed_by" uuid,
	"committed_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fund_commitment_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_commitment_amount" CHECK ("fund_commitment"."amount" > 0 and "fund_commitment"."settled" >= 0 and "fund_commitment"."released" >= 0
        and "fund_commitment"."settled" + "fund_commitment"."released" <= "fund_commitment"."amount"),
	CONSTRAINT "fund_commitment_status" CHECK (("fund_commitment"."status" = 'CLOSED') = ("fund_commitment"."settled" + "fund_commitment"."released" = "fund_commitment"."amount")),
	CONSTRAINT "fund_commitment_status_code" CHECK ("fund_commitment"."status" in ('OPEN', 'CLOSED'))
);--> statement-breakpoint
ALTER TABLE "fund_allocation" ADD CONSTRAINT "fund_allocation_fund" FOREIGN KEY ("county_code","fund_id") REFERENCES "public"."fund"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_allocation" ADD CONSTRAINT "fund_allocation_line" FOREIGN KEY ("county_code","line_id") REFERENCES "public"."fund_line"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_allocation" ADD CONSTRAINT "fund_allocation_project" FOREIGN KEY ("county_code","project_id") REFERENCES "public"."project"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_allocation" ADD CONSTRAINT "fund_allocation_organization" FOREIGN KEY ("county_code","organization_id") REFERENCES "public"."organization"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_commitment" ADD CONSTRAINT "fund_commitment_allocation" FOREIGN KEY ("county_code","allocation_id") REFERENCES "public"."fund_allocation"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_allocation_of_fund" ON "fund_allocation" USING btree ("county_code","fund_id");--> statement-breakpoint
CREATE INDEX "fund_allocation_of_project" ON "fund_allocation" USING btree ("county_code","project_id") WHERE "fund_allocation"."project_id" is not null;--> statement-breakpoint
CREATE INDEX "fund_allocation_of_line" ON "fund_allocation" USING btree ("county_code","line_id");--> statement-breakpoint
CREATE INDEX "fund_commitment_of_allocation" ON "fund_commitment" USING btree ("county_code","allocation_id");--> statement-breakpoint
CREATE INDEX "fund_commitment_of_fund" ON "fund_commitment" USING btree ("county_code","fund_id");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_ALLOCATION', 'FUND_COMMITMENT', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT', 'CLAIM', 'CLAIM_STEP')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_ALLOCATION', 'FUND_COMMITMENT', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT', 'CLAIM', 'CLAIM_STEP']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
