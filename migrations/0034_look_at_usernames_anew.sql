-- step by step
-- What names look like is told in another way than before: the next start notes it anew, the oldest account first.
-- until nothing is left
UPDATE "app_user" SET "username_skeleton" = NULL WHERE "id" IN (
  SELECT "id" FROM "app_user" WHERE "username_skeleton" IS NOT NULL LIMIT 1000
);
