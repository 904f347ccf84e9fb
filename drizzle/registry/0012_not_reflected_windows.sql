CREATE TYPE "public"."window_stage" AS ENUM('opening', 'open', 'closing', 'closed');--> statement-breakpoint
CREATE TABLE "windows" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"stage" "window_stage" DEFAULT 'opening' NOT NULL,
	"draft" jsonb NOT NULL,
	"draft_hash" text NOT NULL,
	"closed_at" timestamp with time zone,
	"participation" jsonb,
	"roots" jsonb,
	"reply" text DEFAULT '' NOT NULL,
	"reply_version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "windows_number_once" UNIQUE("consultation_id","number")
);
--> statement-breakpoint
ALTER TABLE "windows" ADD CONSTRAINT "windows_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;