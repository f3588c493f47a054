CREATE TABLE "former_resident_id" (
	"county_code" text NOT NULL,
	"resident_id_hash" "bytea" NOT NULL,
	"member_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "former_resident_id_county_code_resident_id_hash_member_id_pk" PRIMARY KEY("county_code","resident_id_hash","member_id")
);
--> statement-breakpoint
ALTER TABLE "former_resident_id" ADD CONSTRAINT "former_resident_id_member" FOREIGN KEY ("county_code","member_id") REFERENCES "public"."member"("county_code","id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "former_resident_id_of_member" ON "former_resident_id" USING btree ("county_code","member_id");