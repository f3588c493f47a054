-- step by step
-- What was given before this came before every token: 0 for grants, 1 for tokens, and on from 2.
CREATE SEQUENCE "public"."grant_order" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 2 CACHE 1;--> statement-breakpoint
GRANT USAGE ON SEQUENCE "grant_order" TO bangfu_app;--> statement-breakpoint
ALTER TABLE "user_grant" ADD COLUMN "ordinal" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "user_grant" ALTER COLUMN "ordinal" SET DEFAULT nextval('grant_order');--> statement-breakpoint
ALTER TABLE "api_token" ADD COLUMN "ordinal" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "api_token" ALTER COLUMN "ordinal" SET DEFAULT nextval('grant_order');--> statement-breakpoint
-- Filled when the server starts, which knows what letters look like.
ALTER TABLE "app_user" ADD COLUMN "username_skeleton" text;--> statement-breakpoint
CREATE UNIQUE INDEX CONCURRENTLY "app_user_skeleton" ON "app_user" USING btree ("username_skeleton");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "password_reset_user" ON "password_reset" USING btree ("user_id");
