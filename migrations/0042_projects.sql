-- step by step
CREATE TABLE "project" (
	"county_code" text NOT NULL,
	"id" uuid NOT NULL,
	"number" text,
	"name" text NOT NULL,
	"pinyin" text NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"organization_id" uuid,
	"division_code" text NOT NULL,
	"budget" bigint,
	"content" text,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "project_county_code_id_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "project_in_county" CHECK (starts_with("project"."division_code", "project"."county_code")),
	CONSTRAINT "project_years" CHECK ("project"."year" between 2000 and 2100),
	CONSTRAINT "project_budget" CHECK ("project"."budget" >= 0),
	CONSTRAINT "project_kind_code" CHECK ("project"."kind" in ('INDUSTRY', 'EMPLOYMENT', 'CONSTRUCTION', 'RELOCATION', 'GUARANTEES', 'GOVERNANCE', 'MANAGEMENT_FEE', 'OTHER'))
);--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "project" ADD CONSTRAINT "project_county_code_organization_id_organization_county_code_id_fk" FOREIGN KEY ("county_code","organization_id") REFERENCES "public"."organization"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "project_number" ON "project" USING btree ("county_code","number");--> statement-breakpoint
CREATE INDEX "project_place" ON "project" USING btree ("county_code","division_code");--> statement-breakpoint
CREATE INDEX "project_year" ON "project" USING btree ("county_code","year","pinyin");--> statement-breakpoint
CREATE INDEX "project_organization" ON "project" USING btree ("county_code","organization_id");--> statement-breakpoint
CREATE INDEX "project_search" ON "project" USING gin ((search_grams("name" || ' ' || "pinyin") collate "C"));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "project" TO bangfu_app;--> statement-breakpoint
ALTER TABLE "record_change" DROP CONSTRAINT "record_change_entity_code", ADD CONSTRAINT "record_change_entity_code" CHECK ("record_change"."entity" in ('COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT')) NOT VALID;--> statement-breakpoint
ALTER TABLE "webhook" DROP CONSTRAINT "webhook_types_code", ADD CONSTRAINT "webhook_types_code" CHECK ("webhook"."types" <@ array['COUNTY', 'DUTY_RULE', 'ORGANIZATION', 'CADRE', 'HOUSEHOLD', 'MEMBER', 'CATEGORY_PERIOD', 'HOUSEHOLD_RISK', 'HOUSEHOLD_INCOME', 'PAIRING', 'VISIT', 'VISIT_VERSION', 'ATTACHMENT', 'PROBLEM', 'PROBLEM_STEP', 'DUTY_EXCUSE', 'IMPORT_BATCH', 'PROJECT']::text[]) NOT VALID;--> statement-breakpoint
ALTER TABLE "record_change" VALIDATE CONSTRAINT "record_change_entity_code";--> statement-breakpoint
ALTER TABLE "webhook" VALIDATE CONSTRAINT "webhook_types_code";
