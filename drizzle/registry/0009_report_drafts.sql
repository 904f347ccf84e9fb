CREATE TABLE "report_drafts" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"arrangement" jsonb,
	"next_steps" text DEFAULT '' NOT NULL,
	"letter_version" integer DEFAULT 0 NOT NULL,
	"letter" jsonb
);
--> statement-breakpoint
ALTER TABLE "report_drafts" ADD CONSTRAINT "report_drafts_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;