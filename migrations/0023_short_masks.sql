-- Checked from now on; what is stored is rewritten in batches after the migrations, and then validated: platform/short-masks.ts.
CREATE TABLE "number_search" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"hour_at" timestamp with time zone NOT NULL,
	"in_hour" integer NOT NULL,
	"on_day" date NOT NULL,
	"in_day" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cadre" ADD CONSTRAINT "cadre_masks" CHECK (length("cadre"."phone_masked") <= 8) NOT VALID;--> statement-breakpoint
ALTER TABLE "household" ADD CONSTRAINT "household_masks" CHECK (length("household"."head_id_masked") <= 8 and length("household"."phone_masked") <= 8) NOT VALID;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_masks" CHECK (length("member"."resident_id_masked") <= 8 and length("member"."phone_masked") <= 8) NOT VALID;