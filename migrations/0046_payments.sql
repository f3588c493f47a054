-- step by step
CREATE TABLE "bank_account" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"bank_name" text NOT NULL,
	"holder_name" text NOT NULL,
	"account_cipher" "bytea" NOT NULL,
	"account_hash" "bytea" NOT NULL,
	"account_masked" text NOT NULL,
	"is_doubtful" boolean DEFAULT false NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bank_account_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "bank_account_masks" CHECK (length("bank_account"."account_masked") <= 8),
	CONSTRAINT "bank_account_days" CHECK ("bank_account"."to_on" is null or "bank_account"."to_on" >= "bank_account"."from_on"),
	CONSTRAINT "bank_account_kind_code" CHECK ("bank_account"."kind" in ('CARD', 'PASSBOOK'))
);--> statement-breakpoint
CREATE TABLE "bank_layout" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"file_kind" text NOT NULL,
	"delimiter" text DEFAULT 'PIPE' NOT NULL,
	"encoding" text DEFAULT 'GBK' NOT NULL,
	"amount_unit" text DEFAULT 'YUAN' NOT NULL,
	"sent_header" boolean DEFAULT true NOT NULL,
	"sent_columns" text[] NOT NULL,
	"sent_trailer" text[] DEFAULT '{}'::text[] NOT NULL,
	"result_header" boolean DEFAULT true NOT NULL,
	"result_columns" text[] NOT NULL,
	"result_trailer" text[] DEFAULT '{}'::text[] NOT NULL,
	"success_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"failure_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"return_words" text[] DEFAULT '{}'::text[] NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bank_layout_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "bank_layout_days" CHECK ("bank_layout"."to_on" is null or "bank_layout"."to_on" >= "bank_layout"."from_on"),
	CONSTRAINT "bank_layout_file_kind_code" CHECK ("bank_layout"."file_kind" in ('DELIMITED', 'XLSX')),
	CONSTRAINT "bank_layout_delimiter_code" CHECK ("bank_layout"."delimiter" in ('PIPE', 'COMMA', 'TAB', 'SEMICOLON')),
	CONSTRAINT "bank_layout_encoding_code" CHECK ("bank_layout"."encoding" in ('GBK', 'UTF_8')),
	CONSTRAINT "bank_layout_amount_unit_code" CHECK ("bank_layout"."amount_unit" in ('YUAN', 'FEN')),
	CONSTRAINT "bank_layout_sent_columns_code" CHECK ("bank_layout"."sent_columns" <@ array['BATCH_NUMBER', 'SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'BANK_NAME', 'AMOUNT', 'PURPOSE', 'RESULT', 'REASON', 'PAID_ON', 'BANK_SERIAL', 'BLANK']::text[]),
	CONSTRAINT "bank_layout_sent_trailer_code" CHECK ("bank_layout"."sent_trailer" <@ array['MARK', 'COUNT', 'SUM', 'SUCCESS_COUNT', 'SUCCESS_SUM', 'FAILURE_COUNT', 'FAILURE_SUM']::text[]),
	CONSTRAINT "bank_layout_result_columns_code" CHECK ("bank_layout"."result_columns" <@ array['BATCH_NUMBER', 'SERIAL', 'PAYEE_NAME', 'ACCOUNT', 'BANK_NAME', 'AMOUNT', 'PURPOSE', 'RESULT', 'REASON', 'PAID_ON', 'BANK_SERIAL', 'BLANK']::text[]),
	CONSTRAINT "bank_layout_result_trailer_code" CHECK ("bank_layout"."result_trailer" <@ array['MARK', 'COUNT', 'SUM', 'SUCCESS_COUNT', 'SUCCESS_SUM', 'FAILURE_COUNT', 'FAILURE_SUM']::text[])
);--> statement-breakpoint
CREATE TABLE "payment" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"serial" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"member_name" text NOT NULL,
	"payee_id" uuid NOT NULL,
	"payee_name" text NOT NULL,
	"bank_account_id" uuid NOT NULL,
	"bank_name" text NOT NULL,
	"account_cipher" "bytea" NOT NULL,
	"account_masked" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" text DEFAULT 'PLANNED' NOT NULL,
	"reason" text,
	"paid_on" date,
	"bank_serial" text,
	"claim_id" uuid,
	"corrects_payment_id" uuid,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payment_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "payment_masks" CHECK (length("payment"."account_masked") <= 8),
	CONSTRAINT "payment_amount" CHECK ("payment"."amount" > 0),
	CONSTRAINT "payment_status_code" CHECK ("payment"."status" in ('PLANNED', 'SENT', 'PAID', 'FAILED', 'RETURNED', 'STOPPED'))
);--> statement-breakpoint
CREATE TABLE "payment_batch" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"number" text NOT NULL,
	"purpose" text NOT NULL,
	"layout_id" uuid NOT NULL,
	"allocation_id" uuid,
	"corrects_batch_id" uuid,
	"status" text DEFAULT 'DRAFT' NOT NULL,
	"made_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"checked_by" uuid,
	"checked_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"sent_by" uuid,
	"sent_at" timestamp with time zone,
	"sent_file_key" text,
	"sent_file_hash" text,
	"reconciled_by" uuid,
	"reconciled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payment_batch_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "payment_batch_in_county" CHECK (starts_with("payment_batch"."division_code", "payment_batch"."county_code")),
	CONSTRAINT "payment_batch_purpose" CHECK (length("payment_batch"."purpose") between 1 and 7),
	CONSTRAINT "payment_batch_persons" CHECK ("payment_batch"."made_by" <> "payment_batch"."checked_by" and "payment_batch"."made_by" <> "payment_batch"."approved_by" and "payment_batch"."made_by" <> "payment_batch"."sent_by"
        and "payment_batch"."checked_by" <> "payment_batch"."approved_by" and "payment_batch"."checked_by" <> "payment_batch"."sent_by" and "payment_batch"."approved_by" <> "payment_batch"."sent_by"),
	CONSTRAINT "payment_batch_signed" CHECK (("payment_batch"."status" = 'DRAFT' or "payment_batch"."checked_by" is not null)
        and ("payment_batch"."status" in ('DRAFT', 'CHECKED') or "payment_batch"."approved_by" is not null)
        and ("payment_batch"."status" in ('DRAFT', 'CHECKED', 'APPROVED') or ("payment_batch"."sent_by" is not null and "payment_batch"."sent_file_key" is not null))
        and ("payment_batch"."status" <> 'RECONCILED' or "payment_batch"."reconciled_by" is not null)),
	CONSTRAINT "payment_batch_status_code" CHECK ("payment_batch"."status" in ('DRAFT', 'CHECKED', 'APPROVED', 'SENT', 'RECONCILED'))
);--> statement-breakpoint
CREATE TABLE "payment_event" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"happened_on" date NOT NULL,
	"amount" bigint NOT NULL,
	"reason" text,
	"result_file_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "payment_event_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "payment_event_from_status_code" CHECK ("payment_event"."from_status" in ('PLANNED', 'SENT', 'PAID', 'FAILED', 'RETURNED', 'STOPPED')),
	CONSTRAINT "payment_event_to_status_code" CHECK ("payment_event"."to_status" in ('PLANNED', 'SENT', 'PAID', 'FAILED', 'RETURNED', 'STOPPED'))
);--> statement-breakpoint
CREATE TABLE "payment_result_file" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"storage_key" text,
	"total" integer NOT NULL,
	"received_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "payment_result_file_county_code_id_pk" PRIMARY KEY("county_code","id")
);--> statement-breakpoint
CREATE TABLE "payment_result_row" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"payee_name" text,
	"account_masked" text,
	"amount" bigint,
	"said" text,
	"reason" text,
	"paid_on" date,
	"bank_serial" text,
	"result" text NOT NULL,
	"code" text,
	"payment_id" uuid,
	"candidate_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"chosen_by" uuid,
	"chosen_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "payment_result_row_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "payment_result_row_masks" CHECK (length("payment_result_row"."account_masked") <= 8),
	CONSTRAINT "payment_result_row_said_code" CHECK ("payment_result_row"."said" in ('PLANNED', 'SENT', 'PAID', 'FAILED', 'RETURNED', 'STOPPED')),
	CONSTRAINT "payment_result_row_result_code" CHECK ("payment_result_row"."result" in ('APPLIED', 'UNCHANGED', 'REFUSED', 'UNDECIDED'))
);--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_account" ADD CONSTRAINT "bank_account_member" FOREIGN KEY ("county_code","member_id") REFERENCES "public"."member"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bank_layout" ADD CONSTRAINT "bank_layout_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_batch_of" FOREIGN KEY ("county_code","batch_id") REFERENCES "public"."payment_batch"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_member" FOREIGN KEY ("county_code","member_id") REFERENCES "public"."member"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_payee" FOREIGN KEY ("county_code","payee_id") REFERENCES "public"."member"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_account" FOREIGN KEY ("county_code","bank_account_id") REFERENCES "public"."bank_account"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_corrects" FOREIGN KEY ("county_code","corrects_payment_id") REFERENCES "public"."payment"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_layout" FOREIGN KEY ("county_code","layout_id") REFERENCES "public"."bank_layout"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_batch" ADD CONSTRAINT "payment_batch_corrects" FOREIGN KEY ("county_code","corrects_batch_id") REFERENCES "public"."payment_batch"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_event" ADD CONSTRAINT "payment_event_payment" FOREIGN KEY ("county_code","payment_id") REFERENCES "public"."payment"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_result_file" ADD CONSTRAINT "payment_result_file_batch" FOREIGN KEY ("county_code","batch_id") REFERENCES "public"."payment_batch"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_result_row" ADD CONSTRAINT "payment_result_row_file" FOREIGN KEY ("county_code","file_id") REFERENCES "public"."payment_result_file"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_result_row" ADD CONSTRAINT "payment_result_row_payment" FOREIGN KEY ("county_code","payment_id") REFERENCES "public"."payment"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bank_account_current" ON "bank_account" USING btree ("county_code","member_id") WHERE "bank_account"."to_on" is null;--> statement-breakpoint
CREATE INDEX "bank_account_household" ON "bank_account" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "bank_account_number" ON "bank_account" USING btree ("county_code","account_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "bank_layout_name" ON "bank_layout" USING btree ("county_code","name") WHERE "bank_layout"."to_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_serial" ON "payment" USING btree ("county_code","batch_id","serial");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_person" ON "payment" USING btree ("county_code","batch_id","member_id") WHERE "payment"."status" <> 'STOPPED';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_corrected" ON "payment" USING btree ("county_code","corrects_payment_id") WHERE "payment"."corrects_payment_id" is not null and "payment"."status" <> 'STOPPED';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_claim" ON "payment" USING btree ("county_code","claim_id") WHERE "payment"."claim_id" is not null and "payment"."corrects_payment_id" is null and "payment"."status" <> 'STOPPED';--> statement-breakpoint
CREATE INDEX "payment_household" ON "payment" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_batch_number" ON "payment_batch" USING btree ("county_code","number");--> statement-breakpoint
CREATE INDEX "payment_batch_newest" ON "payment_batch" USING btree ("created_at","county_code");--> statement-breakpoint
CREATE INDEX "payment_event_of" ON "payment_event" USING btree ("county_code","payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_result_file_once" ON "payment_result_file" USING btree ("county_code","batch_id","file_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_result_row_number" ON "payment_result_row" USING btree ("county_code","file_id","row_number");--> statement-breakpoint
CREATE INDEX "payment_result_row_batch" ON "payment_result_row" USING btree ("county_code","batch_id");--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT', 'RELIEF_POLICY', 'FUND', 'FUND_TRANSFER', 'FUND_DOCUMENT', 'FUND_LINE', 'BANK_ACCOUNT', 'BANK_LAYOUT', 'PAYMENT_BATCH', 'PAYMENT']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
--> statement-breakpoint
-- Histories: the program adds rows and reads them.
REVOKE UPDATE, DELETE ON payment_event, payment_result_file FROM bangfu_app;
