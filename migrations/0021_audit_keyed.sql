-- Rows from before there was a key are of format 1.
ALTER TABLE "audit_event" ADD COLUMN "format" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
-- 0: to be keyed when the server starts. No default: a program of an earlier release that still runs beside this one
-- does not name it, so it cannot add links that would break the chain.
ALTER TABLE "audit_head" ADD COLUMN "keyed_from" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_head" ALTER COLUMN "keyed_from" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "audit_head" ADD COLUMN "seal" "bytea";--> statement-breakpoint
-- Not validated: rows that somebody slipped in are for the verification to report, and must not keep the server down.
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_seq" CHECK ("audit_event"."seq" > 0) NOT VALID;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_format" CHECK ("audit_event"."format" in (1, 2)) NOT VALID;--> statement-breakpoint
-- From which number on a chain is keyed is said once.
REVOKE UPDATE ON audit_head FROM bangfu_app;--> statement-breakpoint
GRANT UPDATE (seq, hash) ON audit_head TO bangfu_app;
