-- step by step
-- The pieces a text is searched by: pairs of characters, single ones outside a-z and 0-9, and triples within. Names of
-- two and three characters are too short for the trigrams of extensions.
CREATE FUNCTION search_grams(subject text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  letters text[] := string_to_array(lower(subject COLLATE "C"), NULL);
  grams text[] := '{}';
  here text := ' '; before text := ' '; first text := ' ';
  here_plain boolean := false; before_plain boolean := false; first_plain boolean := false;
BEGIN
  FOREACH here IN ARRAY letters LOOP
    here_plain := ascii(here) BETWEEN 97 AND 122 OR ascii(here) BETWEEN 48 AND 57;
    IF here = ' ' THEN
      NULL;
    ELSE
      IF NOT here_plain THEN grams := grams || here; END IF;
      IF before <> ' ' THEN
        grams := grams || (before || here);
        IF here_plain AND before_plain AND first_plain THEN grams := grams || (first || before || here); END IF;
      END IF;
    END IF;
    first := before; first_plain := before_plain;
    before := here; before_plain := here_plain;
  END LOOP;
  RETURN grams;
END $$;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_event_newest" ON "audit_event" USING btree ("at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "cadre_order" ON "cadre" USING btree ("pinyin","county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "cadre_search" ON "cadre" USING gin ((search_grams("name" || ' ' || "pinyin") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "division_search" ON "division" USING gin ((search_grams("name" || ' ' || "pinyin") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_order" ON "household" USING btree ("county_code","village_code","head_pinyin","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_search" ON "household" USING gin ((search_grams("head_name" || ' ' || "head_pinyin") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_last_four" ON "household" USING btree (right("head_id_masked", 4),"county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "household_risk_newest" ON "household_risk" USING btree ("identified_on","county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_order" ON "member" USING btree ("county_code","village_code","pinyin","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_search" ON "member" USING gin ((search_grams("name" || ' ' || "pinyin") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_last_four" ON "member" USING btree (right("resident_id_masked", 4),"county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "member_left_id" ON "member" USING btree ("county_code","resident_id_hash") WHERE "member"."left_on" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "app_user_search" ON "app_user" USING gin ((search_grams("username" || ' ' || "display_name" || ' ' || "pinyin") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "pairing_newest" ON "pairing" USING btree ("started_on","county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "problem_newest" ON "problem" USING btree ("raised_on","county_code");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "problem_search" ON "problem" USING gin ((search_grams("description") collate "C"));--> statement-breakpoint
CREATE INDEX CONCURRENTLY "visit_newest" ON "visit" USING btree ("visited_on","recorded_at","county_code");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "household_village";--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "member_village";--> statement-breakpoint
-- More pieces of names get statistics of their own, so that a rare one is looked up in the index and a frequent one is
-- met by walking the order of the list.
ALTER INDEX "household_search" ALTER COLUMN 1 SET STATISTICS 250;--> statement-breakpoint
ALTER INDEX "member_search" ALTER COLUMN 1 SET STATISTICS 250;
