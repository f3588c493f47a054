-- step by step
CREATE TABLE "fund_book" (
	"county_code" text PRIMARY KEY NOT NULL,
	"closed_through" date,
	"version" integer DEFAULT 1 NOT NULL
);--> statement-breakpoint
CREATE TABLE "fund_book_event" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"closed_through" date,
	"formerly_through" date,
	"reason" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"request_id" uuid,
	CONSTRAINT "fund_book_event_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_book_event_kind_code" CHECK ("fund_book_event"."kind" in ('CLOSED', 'REOPENING_REQUESTED', 'REOPENED', 'REOPENING_REFUSED'))
);--> statement-breakpoint
CREATE TABLE "fund" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"purpose" text,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "fund_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_year" CHECK ("fund"."fiscal_year" between 2000 and 2100),
	CONSTRAINT "fund_kind_code" CHECK ("fund"."kind" in ('LINKAGE', 'RELIEF', 'DONATION', 'PREMIUM', 'OTHER')),
	CONSTRAINT "fund_status_code" CHECK ("fund"."status" in ('OPEN', 'CLOSED'))
);--> statement-breakpoint
CREATE TABLE "fund_account" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"line_id" uuid,
	"allocation_id" uuid,
	"balance" bigint DEFAULT 0 NOT NULL,
	"frozen" bigint DEFAULT 0 NOT NULL,
	"entry_count" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "fund_account_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_account_of_one" CHECK (("fund_account"."line_id" is null) <> ("fund_account"."allocation_id" is null)),
	CONSTRAINT "fund_account_available" CHECK ("fund_account"."kind" = 'SOURCE' or "fund_account"."balance" - "fund_account"."frozen" >= 0),
	CONSTRAINT "fund_account_frozen" CHECK ("fund_account"."frozen" >= 0),
	CONSTRAINT "fund_account_kind_code" CHECK ("fund_account"."kind" in ('SOURCE', 'LINE', 'ALLOCATED', 'UNIT', 'RETAINED', 'PAID'))
);--> statement-breakpoint
CREATE TABLE "fund_day" (
	"county_code" text NOT NULL,
	"account_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "fund_day_county_code_account_id_effective_on_pk" PRIMARY KEY("county_code","account_id","effective_on")
);--> statement-breakpoint
CREATE TABLE "fund_entry" (
	"county_code" text NOT NULL,
	"account_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"transfer_id" uuid NOT NULL,
	"fund_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"amount" bigint NOT NULL,
	"balance" bigint NOT NULL,
	CONSTRAINT "fund_entry_county_code_account_id_seq_pk" PRIMARY KEY("county_code","account_id","seq"),
	CONSTRAINT "fund_entry_amount" CHECK ("fund_entry"."amount" <> 0)
);--> statement-breakpoint
CREATE TABLE "fund_transfer" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"effective_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"amount" bigint NOT NULL,
	"receiver" text,
	"note" text,
	"commitment_id" uuid,
	"reverses_id" uuid,
	CONSTRAINT "fund_transfer_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "fund_transfer_amount" CHECK ("fund_transfer"."amount" > 0),
	CONSTRAINT "fund_transfer_reversal" CHECK (("fund_transfer"."kind" = 'REVERSAL') = ("fund_transfer"."reverses_id" is not null)),
	CONSTRAINT "fund_transfer_kind_code" CHECK ("fund_transfer"."kind" in ('CONTRIBUTION', 'REDUCTION', 'ALLOCATION', 'DISBURSEMENT', 'PAYMENT', 'RETENTION', 'RETENTION_RELEASE', 'PAYMENT_RETURN', 'UNIT_RETURN', 'RECOVERY', 'CARRY_OVER', 'REVERSAL'))
);--> statement-breakpoint
ALTER TABLE "fund_book" ADD CONSTRAINT "fund_book_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_book_event" ADD CONSTRAINT "fund_book_event_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund" ADD CONSTRAINT "fund_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_account" ADD CONSTRAINT "fund_account_fund" FOREIGN KEY ("county_code","fund_id") REFERENCES "public"."fund"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_day" ADD CONSTRAINT "fund_day_account" FOREIGN KEY ("county_code","account_id") REFERENCES "public"."fund_account"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_entry" ADD CONSTRAINT "fund_entry_account" FOREIGN KEY ("county_code","account_id") REFERENCES "public"."fund_account"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_entry" ADD CONSTRAINT "fund_entry_transfer" FOREIGN KEY ("county_code","transfer_id") REFERENCES "public"."fund_transfer"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fund_transfer" ADD CONSTRAINT "fund_transfer_reverses" FOREIGN KEY ("county_code","reverses_id") REFERENCES "public"."fund_transfer"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fund_book_event_order" ON "fund_book_event" USING btree ("county_code","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "fund_name" ON "fund" USING btree ("county_code","fiscal_year","name");--> statement-breakpoint
CREATE UNIQUE INDEX "fund_account_of_line" ON "fund_account" USING btree ("county_code","line_id","kind") WHERE "fund_account"."line_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "fund_account_of_allocation" ON "fund_account" USING btree ("county_code","allocation_id","kind") WHERE "fund_account"."allocation_id" is not null;--> statement-breakpoint
CREATE INDEX "fund_account_of_fund" ON "fund_account" USING btree ("county_code","fund_id","kind");--> statement-breakpoint
CREATE INDEX "fund_entry_of_transfer" ON "fund_entry" USING btree ("county_code","transfer_id");--> statement-breakpoint
CREATE INDEX "fund_entry_of_fund" ON "fund_entry" USING btree ("county_code","fund_id","effective_on","account_id","seq");--> statement-breakpoint
CREATE INDEX "fund_entry_recorded" ON "fund_entry" USING btree ("county_code","account_id","recorded_at","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "fund_transfer_reversed" ON "fund_transfer" USING btree ("county_code","reverses_id") WHERE "fund_transfer"."reverses_id" is not null;--> statement-breakpoint
CREATE INDEX "fund_transfer_of_commitment" ON "fund_transfer" USING btree ("county_code","commitment_id") WHERE "fund_transfer"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "fund_transfer_order" ON "fund_transfer" USING btree ("county_code","effective_on","id");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
--> statement-breakpoint
REVOKE UPDATE, DELETE ON "fund_transfer", "fund_entry", "fund_book_event" FROM bangfu_app;
