-- step by step
-- Both are histories: the program adds rows and reads them. Rows of former_resident_id go with their member, by key.
REVOKE UPDATE, DELETE ON division_change, former_resident_id FROM bangfu_app;
--> statement-breakpoint
-- Until now these stayed at a code that was given up; they go to its successor, one code at a time.
-- until nothing is left
UPDATE "api_token" AS stays SET division_code =
    (SELECT new_code FROM division_change WHERE old_code = stays.division_code
      ORDER BY effective_on DESC, new_code DESC LIMIT 1)
  WHERE division_code IN
    (SELECT code FROM division JOIN division_change ON old_code = code WHERE abolished_on IS NOT NULL);
--> statement-breakpoint
-- until nothing is left
UPDATE "webhook" AS stays SET division_code =
    (SELECT new_code FROM division_change WHERE old_code = stays.division_code
      ORDER BY effective_on DESC, new_code DESC LIMIT 1)
  WHERE id = any (array(SELECT id FROM "webhook" WHERE division_code IN
    (SELECT code FROM division JOIN division_change ON old_code = code WHERE abolished_on IS NOT NULL) LIMIT 5000));
--> statement-breakpoint
-- until nothing is left
UPDATE "export_job" AS stays SET division_code =
    (SELECT new_code FROM division_change WHERE old_code = stays.division_code
      ORDER BY effective_on DESC, new_code DESC LIMIT 1),
    seen = replace(seen, '"' || stays.division_code || '"', '"' || (SELECT new_code FROM division_change WHERE old_code = stays.division_code
      ORDER BY effective_on DESC, new_code DESC LIMIT 1) || '"')
  WHERE id = any (array(SELECT id FROM "export_job" WHERE division_code IN
    (SELECT code FROM division JOIN division_change ON old_code = code WHERE abolished_on IS NOT NULL) LIMIT 5000));
