-- Rows of format 3 hold no whole numbers of people that somebody wrote into a note.
ALTER TABLE "audit_event" DROP CONSTRAINT "audit_event_format", ADD CONSTRAINT "audit_event_format" CHECK ("audit_event"."format" in (1, 2, 3)) NOT VALID;
