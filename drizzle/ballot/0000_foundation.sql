CREATE TYPE "public"."consent" AS ENUM('mayBeReflected', 'notToBeReflected');--> statement-breakpoint
CREATE TYPE "public"."ballot_stage" AS ENUM('open', 'closed', 'drained', 'split', 'dropped');--> statement-breakpoint
CREATE TABLE "leaf" (
	"round_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "leaf_round_id_item_id_hash_pk" PRIMARY KEY("round_id","item_id","hash")
);
--> statement-breakpoint
CREATE TABLE "open_answer" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"consent" "consent" NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "arrival" (
	"round_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"salts" jsonb NOT NULL,
	CONSTRAINT "arrival_round_id_key_pk" PRIMARY KEY("round_id","key"),
	CONSTRAINT "arrival_revision_is_positive" CHECK ("arrival"."revision" > 0)
) PARTITION BY LIST ("round_id");
--> statement-breakpoint
CREATE TABLE "response" (
	"round_id" uuid NOT NULL,
	"key" "bytea" NOT NULL,
	"revision" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"salts" jsonb NOT NULL,
	CONSTRAINT "response_round_id_key_pk" PRIMARY KEY("round_id","key"),
	CONSTRAINT "response_revision_is_positive" CHECK ("response"."revision" > 0)
) PARTITION BY LIST ("round_id");
--> statement-breakpoint
CREATE TABLE "manifest_entries" (
	"consultation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"payload" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	CONSTRAINT "manifest_entries_consultation_id_position_pk" PRIMARY KEY("consultation_id","position")
);
--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"stage" "ballot_stage" DEFAULT 'open' NOT NULL
);
