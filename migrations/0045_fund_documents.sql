-- step by step
CREATE TABLE "fund_document" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text DEFAULT 'INDICATOR' NOT NULL,
	"number" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"issued_on" date,
	"received_on" date,
	"budget_year" integer NOT NULL,
	"is_early" boolean DEFAULT false NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fund_document_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_document_days" CHECK ("fund_document"."received_on" >= "fund_document"."issued_on"),
	CONSTRAINT "fund_document_years" CHECK ("fund_document"."budget_year" between 2000 and 2100),
	CONSTRAINT "fund_document_kind_code" CHECK ("fund_document"."kind" in ('INDICATOR', 'DONATION', 'TOP_UP', 'CARRY_OVER', 'OTHER'))
);--> statement-breakpoint
CREATE TABLE "fund_line" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"level" text NOT NULL,
	"task" text,
	"is_direct" boolean DEFAULT false NOT NULL,
	"project_code" text,
	"function_code" text,
	"economic_code" text,
	"amount" bigint NOT NULL,
	"stated_allocated" bigint,
	"stated_disbursed" bigint,
	"stated_paid" bigint,
	"note" text,
	"reissue_of_id" uuid,
	"reissue" text,
	"reissue_decided_by" uuid,
	"reissue_decided_at" timestamp with time zone,
	"reduces_id" uuid,
	"transfer_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fund_line_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_line_amount" CHECK ("fund_line"."amount" <> 0),
	CONSTRAINT "fund_line_reissued" CHECK ("fund_line"."reissue_of_id" is null or "fund_line"."reissue" is not null),
	CONSTRAINT "fund_line_reduces_one" CHECK ("fund_line"."reduces_id" is null or "fund_line"."amount" < 0),
	CONSTRAINT "fund_line_posted" CHECK ("fund_line"."transfer_id" is null or (coalesce("fund_line"."reissue", 'OTHER_MONEY') = 'OTHER_MONEY'
    and ("fund_line"."amount" > 0 or "fund_line"."reduces_id" is not null))),
	CONSTRAINT "fund_line_level_code" CHECK ("fund_line"."level" in ('CENTRAL', 'PROVINCIAL', 'CITY', 'COUNTY')),
	CONSTRAINT "fund_line_reissue_code" CHECK ("fund_line"."reissue" in ('ASKED', 'SAME_MONEY', 'OTHER_MONEY'))
);--> statement-breakpoint
ALTER TABLE "fund_document" ADD CONSTRAINT "fund_document_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_line" ADD CONSTRAINT "fund_line_county_code_document_id_fund_document_county_code_id_fk" FOREIGN KEY ("county_code","document_id") REFERENCES "public"."fund_document"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_line" ADD CONSTRAINT "fund_line_county_code_fund_id_fund_county_code_id_fk" FOREIGN KEY ("county_code","fund_id") REFERENCES "public"."fund"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_line" ADD CONSTRAINT "fund_line_county_code_reissue_of_id_fund_line_county_code_id_fk" FOREIGN KEY ("county_code","reissue_of_id") REFERENCES "public"."fund_line"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_line" ADD CONSTRAINT "fund_line_county_code_reduces_id_fund_line_county_code_id_fk" FOREIGN KEY ("county_code","reduces_id") REFERENCES "public"."fund_line"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fund_document_number" ON "fund_document" USING btree ("county_code","number");--> statement-breakpoint
CREATE INDEX "fund_document_year" ON "fund_document" USING btree ("county_code","budget_year","issued_on");--> statement-breakpoint
CREATE INDEX "fund_document_search" ON "fund_document" USING gin ((search_grams("number" || ' ' || "title") collate "C"));--> statement-breakpoint
CREATE INDEX "fund_line_document" ON "fund_line" USING btree ("county_code","document_id");--> statement-breakpoint
CREATE INDEX "fund_line_fund" ON "fund_line" USING btree ("county_code","fund_id");--> statement-breakpoint
CREATE INDEX "fund_line_reissue" ON "fund_line" USING btree ("county_code","reissue_of_id");--> statement-breakpoint
CREATE INDEX "fund_line_reduces" ON "fund_line" USING btree ("county_code","reduces_id");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE')) NOT VALID;--> statement-breakpoint
ALTER TABLE "import_batch" DROP CONSTRAINT "import_batch_kind_code", ADD CONSTRAINT "import_batch_kind_code" CHECK ("import_batch"."kind" in ('ROSTER', 'MEMBERS', 'VISITS', 'FUND_DOCUMENTS')) NOT VALID;--> statement-breakpoint
ALTER TABLE "import_heading" DROP CONSTRAINT "import_heading_kind_code", ADD CONSTRAINT "import_heading_kind_code" CHECK ("import_heading"."kind" in ('ROSTER', 'MEMBERS', 'VISITS', 'FUND_DOCUMENTS')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "import_batch" VALIDATE CONSTRAINT "import_batch_kind_code";--> statement-breakpoint
ALTER TABLE "import_heading" VALIDATE CONSTRAINT "import_heading_kind_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
