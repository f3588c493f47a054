-- What has been written to the audit trail and to the histories stays as it is, whatever the application does.
REVOKE UPDATE, DELETE ON audit_event, visit_version, problem_step, idempotency FROM bangfu_app;--> statement-breakpoint
REVOKE DELETE ON audit_head FROM bangfu_app;
