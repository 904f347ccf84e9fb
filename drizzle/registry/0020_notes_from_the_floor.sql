CREATE TABLE "floor_codings" (
	"consultation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"theme_id" uuid,
	CONSTRAINT "floor_coding_once" UNIQUE NULLS NOT DISTINCT("note_id","item_id","theme_id")
);
--> statement-breakpoint
CREATE TABLE "floor_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"agenda_question_id" text NOT NULL,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "floor_note_says_something" CHECK ("floor_notes"."text" <> '')
);
--> statement-breakpoint
ALTER TABLE "floor_codings" ADD CONSTRAINT "floor_codings_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_codings" ADD CONSTRAINT "floor_codings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "floor_notes" ADD CONSTRAINT "floor_notes_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_notes" ADD CONSTRAINT "floor_notes_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;