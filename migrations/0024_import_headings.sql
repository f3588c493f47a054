CREATE TABLE "import_heading" (
	"county_code" text NOT NULL,
	"kind" text NOT NULL,
	"heading" text NOT NULL,
	"column_key" text,
	"set_by" uuid,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_heading_county_code_kind_heading_pk" PRIMARY KEY("county_code","kind","heading")
);
--> statement-breakpoint
ALTER TABLE "import_heading" ADD CONSTRAINT "import_heading_county_code_county_county_code_fk" FOREIGN KEY ("county_code") REFERENCES "public"."county"("county_code") ON DELETE no action ON UPDATE cascade;