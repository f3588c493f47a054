-- step by step
-- Signs between the parts of a name no longer tell two apart: the next start notes what names look like anew, the oldest account first.
-- until nothing is left
UPDATE "app_user" SET "username_skeleton" = NULL WHERE "id" IN (
  SELECT "id" FROM "app_user" WHERE "username_skeleton" IS NOT NULL LIMIT 1000
);
