CREATE TYPE "public"."coder_slot" AS ENUM('first', 'second', 'settled');--> statement-breakpoint
CREATE TABLE "coding" (
	"answer_id" uuid NOT NULL,
	"theme_id" uuid,
	"slot" "coder_slot" NOT NULL,
	CONSTRAINT "coding_once" UNIQUE NULLS NOT DISTINCT("answer_id","theme_id","slot")
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"number" integer NOT NULL,
	"wording" text NOT NULL,
	CONSTRAINT "theme_number_once" UNIQUE("round_id","item_id","number"),
	CONSTRAINT "theme_number_is_positive" CHECK ("theme"."number" > 0),
	CONSTRAINT "theme_has_a_wording" CHECK ("theme"."wording" <> '')
);
--> statement-breakpoint
-- As of the answers themselves: PostgreSQL keeps no samples of what was coded, which would outlive its destruction.
ALTER TABLE "coding" ALTER COLUMN "answer_id" SET STATISTICS 0, ALTER COLUMN "theme_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "theme" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "wording" SET STATISTICS 0;
