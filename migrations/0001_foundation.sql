CREATE TABLE "attachment" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"byte_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"captured_at" timestamp with time zone,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	CONSTRAINT "attachment_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"county_code" text NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"token_id" uuid,
	"request_id" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"before" json,
	"after" json,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_event_county_code_seq_pk" PRIMARY KEY("county_code","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"county_code" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cadre" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"sex" text DEFAULT 'UNKNOWN' NOT NULL,
	"political_status" text,
	"organization_id" uuid,
	"job_title" text,
	"division_code" text NOT NULL,
	"phone_cipher" "bytea",
	"phone_hash" "bytea",
	"phone_masked" text,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"left_on" date,
	"user_id" uuid,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "cadre_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "cadre_in_county" CHECK (starts_with("cadre"."division_code", "cadre"."county_code")),
	CONSTRAINT "cadre_left" CHECK (("cadre"."status" = 'LEFT') = ("cadre"."left_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "county" (
	"county_code" text PRIMARY KEY NOT NULL,
	"max_load" integer DEFAULT 15 NOT NULL,
	"load_policy" text DEFAULT 'WARN' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_rule" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"category" text NOT NULL,
	"frequency" text NOT NULL,
	"risk_frequency" text,
	"modes" text[] NOT NULL,
	"min_days" integer DEFAULT 15 NOT NULL,
	"deadline_days" integer DEFAULT 0 NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "duty_rule_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "duty_rule_days" CHECK ("duty_rule"."to_on" is null or "duty_rule"."to_on" >= "duty_rule"."from_on")
);
--> statement-breakpoint
CREATE TABLE "division" (
	"code" text PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"path" text NOT NULL,
	"pinyin" text NOT NULL,
	"abolished_on" date,
	CONSTRAINT "division_code_shape" CHECK ("division"."code" ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$')
);
--> statement-breakpoint
CREATE TABLE "division_change" (
	"old_code" text NOT NULL,
	"new_code" text NOT NULL,
	"effective_on" date NOT NULL,
	CONSTRAINT "division_change_old_code_new_code_pk" PRIMARY KEY("old_code","new_code")
);
--> statement-breakpoint
CREATE TABLE "household" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"number" text,
	"group_name" text,
	"address" text,
	"head_name" text NOT NULL,
	"head_pinyin" text NOT NULL,
	"head_id_masked" text,
	"size" integer,
	"phone_cipher" "bytea",
	"phone_hash" "bytea",
	"phone_masked" text,
	"category" text NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"closed_on" date,
	"merged_into_id" uuid,
	"note" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "household_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "household_place" UNIQUE("county_code","id","village_code"),
	CONSTRAINT "household_in_county" CHECK (length("household"."village_code") = 12 and starts_with("household"."village_code", "household"."county_code")),
	CONSTRAINT "household_closed" CHECK (("household"."status" = 'ACTIVE') = ("household"."closed_on" is null)),
	CONSTRAINT "household_size" CHECK ("household"."size" between 0 and 99)
);
--> statement-breakpoint
CREATE TABLE "household_category" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"category" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"reason" text,
	CONSTRAINT "household_category_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "household_category_days" CHECK ("household_category"."to_on" is null or "household_category"."to_on" >= "household_category"."from_on")
);
--> statement-breakpoint
CREATE TABLE "household_income" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"year" integer NOT NULL,
	"item" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "household_income_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "household_income_amount" CHECK ("household_income"."amount" >= 0),
	CONSTRAINT "household_income_year" CHECK ("household_income"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "household_risk" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"identified_on" date NOT NULL,
	"eliminated_on" date,
	"note" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "household_risk_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "household_risk_end" CHECK (("household_risk"."status" = 'OPEN') = ("household_risk"."eliminated_on" is null))
);
--> statement-breakpoint
CREATE TABLE "member" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"relation" text NOT NULL,
	"sex" text DEFAULT 'UNKNOWN' NOT NULL,
	"birth_on" date,
	"document_kind" text DEFAULT 'RESIDENT_ID' NOT NULL,
	"resident_id_cipher" "bytea",
	"resident_id_hash" "bytea",
	"resident_id_masked" text,
	"phone_cipher" "bytea",
	"phone_hash" "bytea",
	"phone_masked" text,
	"ethnicity" text,
	"education" text,
	"school_status" text,
	"dropout_reason" text,
	"labour" text,
	"health" text[] DEFAULT '{}'::text[] NOT NULL,
	"political_status" text,
	"work_place" text,
	"work_months" integer,
	"has_dibao" boolean DEFAULT false NOT NULL,
	"left_on" date,
	"left_reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "member_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "member_work_months" CHECK ("member"."work_months" between 0 and 12)
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"hint" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"division_code" text NOT NULL,
	"rights" text[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"display_name" text NOT NULL,
	"division_code" text,
	"password_hash" text,
	"password_changed_at" timestamp with time zone,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"status" text DEFAULT 'ACTIVE' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "login_failure" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"window_from" timestamp with time zone NOT NULL,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "password_reset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "user_grant" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"division_code" text,
	"from_on" date NOT NULL,
	"to_on" date,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "user_grant_days" CHECK ("user_grant"."to_on" is null or "user_grant"."to_on" >= "user_grant"."from_on")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"storage_key" text NOT NULL,
	"status" text NOT NULL,
	"columns" json NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"processed" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "import_batch_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "import_batch_counts" CHECK ("import_batch"."created" + "import_batch"."updated" + "import_batch"."unchanged" + "import_batch"."rejected" <= "import_batch"."total")
);
--> statement-breakpoint
CREATE TABLE "import_row" (
	"county_code" text NOT NULL,
	"batch_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"result" text NOT NULL,
	"errors" json,
	"written" json,
	CONSTRAINT "import_row_county_code_batch_id_row_number_pk" PRIMARY KEY("county_code","batch_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"level" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organization_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "pairing" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"cadre_id" uuid NOT NULL,
	"role" text DEFAULT 'MAIN' NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"end_reason" text,
	"reason" text,
	"hand_over_note" text,
	"former_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "pairing_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "pairing_days" CHECK ("pairing"."ended_on" is null or "pairing"."ended_on" >= "pairing"."started_on"),
	CONSTRAINT "pairing_end" CHECK (("pairing"."ended_on" is null) = ("pairing"."end_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "app_meta" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"county_code" text NOT NULL,
	"user_id" uuid NOT NULL,
	"client_mutation_id" text NOT NULL,
	"mutation" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" json NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "idempotency_county_code_user_id_client_mutation_id_pk" PRIMARY KEY("county_code","user_id","client_mutation_id")
);
--> statement-breakpoint
CREATE TABLE "duty_excuse" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"period" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"excused_at" timestamp with time zone NOT NULL,
	"excused_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	CONSTRAINT "duty_excuse_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "problem" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"visit_id" uuid,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"status" text DEFAULT 'OPEN' NOT NULL,
	"raised_on" date NOT NULL,
	"handler" text,
	"closed_on" date,
	"outcome" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "problem_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "problem_closed" CHECK (("problem"."status" in ('SOLVED', 'UNSOLVABLE')) = ("problem"."closed_on" is not null))
);
--> statement-breakpoint
CREATE TABLE "problem_step" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"problem_id" uuid NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"happened_on" date NOT NULL,
	"note" text,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	CONSTRAINT "problem_step_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"household_id" uuid NOT NULL,
	"village_code" text NOT NULL,
	"pairing_id" uuid NOT NULL,
	"cadre_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"mode" text NOT NULL,
	"met" text,
	"findings" text,
	"request" text,
	"income_change" text,
	"income_note" text,
	"latitude" double precision,
	"longitude" double precision,
	"accuracy_metres" integer,
	"no_location_reason" text,
	"next_visit_on" date,
	"status" text DEFAULT 'VALID' NOT NULL,
	"withdrawn_reason" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"source" text NOT NULL,
	"recorded_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "visit_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "visit_status" CHECK (("visit"."status" = 'WITHDRAWN') = ("visit"."withdrawn_at" is not null)),
	CONSTRAINT "visit_place" CHECK (("visit"."latitude" is null) = ("visit"."longitude" is null)),
	CONSTRAINT "visit_latitude" CHECK ("visit"."latitude" between -90 and 90 and "visit"."longitude" between -180 and 180)
);
--> statement-breakpoint
CREATE TABLE "visit_check" (
	"county_code" text NOT NULL,
	"visit_id" uuid NOT NULL,
	"item" text NOT NULL,
	"answer" text NOT NULL,
	"note" text,
	CONSTRAINT "visit_check_county_code_visit_id_item_pk" PRIMARY KEY("county_code","visit_id","item")
);
--> statement-breakpoint
CREATE TABLE "visit_version" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"content" json NOT NULL,
	"reason" text,
	"replaced_at" timestamp with time zone NOT NULL,
	"replaced_by" uuid,
	CONSTRAINT "visit_version_county_code_id_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_county_code_visit_id_visit_county_code_id_fk" FOREIGN KEY ("county_code","visit_id") REFERENCES "public"."visit"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_division_code_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_county_code_organization_id_organization_county_code_id_fk" FOREIGN KEY ("county_code","organization_id") REFERENCES "public"."organization"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "county" ADD CONSTRAINT "county_county_code_division_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "duty_rule" ADD CONSTRAINT "duty_rule_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_village_code_division_code_fk" FOREIGN KEY ("village_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_county_code_merged_into_id_household_county_code_id_fk" FOREIGN KEY ("county_code","merged_into_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "household_category" ADD CONSTRAINT "household_category_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "household_income" ADD CONSTRAINT "household_income_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "household_risk" ADD CONSTRAINT "household_risk_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_owner_id_app_user_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_division_code_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_division_code_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_grant" ADD CONSTRAINT "user_grant_user_id_app_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."app_user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_grant" ADD CONSTRAINT "user_grant_division_code_division_code_fk" FOREIGN KEY ("division_code") REFERENCES "public"."division"("code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_county_code_batch_id_import_batch_county_code_id_fk" FOREIGN KEY ("county_code","batch_id") REFERENCES "public"."import_batch"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization" ADD CONSTRAINT "organization_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_county_code_cadre_id_cadre_county_code_id_fk" FOREIGN KEY ("county_code","cadre_id") REFERENCES "public"."cadre"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairing" ADD CONSTRAINT "pairing_county_code_former_id_pairing_county_code_id_fk" FOREIGN KEY ("county_code","former_id") REFERENCES "public"."pairing"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_excuse" ADD CONSTRAINT "duty_excuse_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "problem" ADD CONSTRAINT "problem_county_code_visit_id_visit_county_code_id_fk" FOREIGN KEY ("county_code","visit_id") REFERENCES "public"."visit"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "problem_step" ADD CONSTRAINT "problem_step_county_code_problem_id_problem_county_code_id_fk" FOREIGN KEY ("county_code","problem_id") REFERENCES "public"."problem"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_household" FOREIGN KEY ("county_code","household_id","village_code") REFERENCES "public"."household"("county_code","id","village_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_county_code_pairing_id_pairing_county_code_id_fk" FOREIGN KEY ("county_code","pairing_id") REFERENCES "public"."pairing"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_county_code_cadre_id_cadre_county_code_id_fk" FOREIGN KEY ("county_code","cadre_id") REFERENCES "public"."cadre"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_check" ADD CONSTRAINT "visit_check_county_code_visit_id_visit_county_code_id_fk" FOREIGN KEY ("county_code","visit_id") REFERENCES "public"."visit"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_version" ADD CONSTRAINT "visit_version_county_code_visit_id_visit_county_code_id_fk" FOREIGN KEY ("county_code","visit_id") REFERENCES "public"."visit"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachment_visit" ON "attachment" USING btree ("county_code","visit_id");--> statement-breakpoint
CREATE INDEX "audit_event_entity" ON "audit_event" USING btree ("county_code","entity","entity_id");--> statement-breakpoint
CREATE INDEX "audit_event_at" ON "audit_event" USING btree ("county_code","at");--> statement-breakpoint
CREATE UNIQUE INDEX "cadre_phone" ON "cadre" USING btree ("county_code","phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "cadre_user" ON "cadre" USING btree ("county_code","user_id");--> statement-breakpoint
CREATE INDEX "cadre_account" ON "cadre" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "cadre_name" ON "cadre" USING btree ("county_code","name");--> statement-breakpoint
CREATE INDEX "cadre_organization" ON "cadre" USING btree ("county_code","organization_id");--> statement-breakpoint
CREATE INDEX "duty_rule_category" ON "duty_rule" USING btree ("county_code","category","from_on");--> statement-breakpoint
CREATE INDEX "division_parent" ON "division" USING btree ("parent_code","code");--> statement-breakpoint
CREATE UNIQUE INDEX "household_number" ON "household" USING btree ("county_code","number");--> statement-breakpoint
CREATE INDEX "household_village" ON "household" USING btree ("county_code","village_code","head_name");--> statement-breakpoint
CREATE INDEX "household_phone" ON "household" USING btree ("county_code","phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "household_category_from" ON "household_category" USING btree ("county_code","household_id","from_on");--> statement-breakpoint
CREATE UNIQUE INDEX "household_category_current" ON "household_category" USING btree ("county_code","household_id") WHERE "household_category"."to_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "household_income_item" ON "household_income" USING btree ("county_code","household_id","year","item");--> statement-breakpoint
CREATE UNIQUE INDEX "household_risk_open" ON "household_risk" USING btree ("county_code","household_id","kind") WHERE "household_risk"."status" = 'OPEN';--> statement-breakpoint
CREATE UNIQUE INDEX "member_resident_id" ON "member" USING btree ("county_code","resident_id_hash") WHERE "member"."left_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "member_head" ON "member" USING btree ("county_code","household_id") WHERE "member"."relation" = 'HEAD' and "member"."left_on" is null;--> statement-breakpoint
CREATE INDEX "member_household" ON "member" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "member_village" ON "member" USING btree ("county_code","village_code","name");--> statement-breakpoint
CREATE INDEX "member_phone" ON "member" USING btree ("county_code","phone_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "api_token_token" ON "api_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_token_owner" ON "api_token" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "app_user_username" ON "app_user" USING btree (lower("username"));--> statement-breakpoint
CREATE INDEX "app_user_division" ON "app_user" USING btree ("division_code");--> statement-breakpoint
CREATE UNIQUE INDEX "password_reset_token" ON "password_reset" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "user_grant_user" ON "user_grant" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "import_batch_created" ON "import_batch" USING btree ("county_code","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "organization_name" ON "organization" USING btree ("county_code","name");--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_main" ON "pairing" USING btree ("county_code","household_id") WHERE "pairing"."role" = 'MAIN' and "pairing"."ended_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pairing_once" ON "pairing" USING btree ("county_code","household_id","cadre_id") WHERE "pairing"."ended_on" is null;--> statement-breakpoint
CREATE INDEX "pairing_household" ON "pairing" USING btree ("county_code","household_id","started_on");--> statement-breakpoint
CREATE INDEX "pairing_cadre" ON "pairing" USING btree ("county_code","cadre_id","ended_on");--> statement-breakpoint
CREATE INDEX "pairing_village" ON "pairing" USING btree ("county_code","village_code");--> statement-breakpoint
CREATE UNIQUE INDEX "duty_excuse_period" ON "duty_excuse" USING btree ("county_code","household_id","period") WHERE "duty_excuse"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "problem_household" ON "problem" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "problem_village" ON "problem" USING btree ("county_code","village_code","status");--> statement-breakpoint
CREATE INDEX "problem_visit" ON "problem" USING btree ("county_code","visit_id");--> statement-breakpoint
CREATE INDEX "problem_step_problem" ON "problem_step" USING btree ("county_code","problem_id");--> statement-breakpoint
CREATE INDEX "visit_household" ON "visit" USING btree ("county_code","household_id","visited_on");--> statement-breakpoint
CREATE INDEX "visit_cadre" ON "visit" USING btree ("county_code","cadre_id","visited_on");--> statement-breakpoint
CREATE INDEX "visit_village" ON "visit" USING btree ("county_code","village_code","visited_on");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_version_number" ON "visit_version" USING btree ("county_code","visit_id","version");