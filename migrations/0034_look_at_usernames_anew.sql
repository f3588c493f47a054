-- What names look like is told in another way than before: the next start notes it anew, the oldest account first.
UPDATE "app_user" SET "username_skeleton" = NULL WHERE "username_skeleton" IS NOT NULL;
