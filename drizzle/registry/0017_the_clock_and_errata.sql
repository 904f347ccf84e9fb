CREATE TABLE "withdrawn_rounds" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"questionnaire" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"copies_until" timestamp with time zone NOT NULL,
	"discarded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "background_papers" DROP CONSTRAINT "background_papers_round_id_rounds_id_fk";
--> statement-breakpoint
ALTER TABLE "mailings" DROP CONSTRAINT "mailings_round_id_rounds_id_fk";
--> statement-breakpoint
ALTER TABLE "scheduled_mail" DROP CONSTRAINT "scheduled_mail_round_id_rounds_id_fk";
--> statement-breakpoint
ALTER TABLE "paper_circulations" DROP CONSTRAINT "paper_circulations_round_id_rounds_id_fk";
--> statement-breakpoint
ALTER TABLE "consultations" ADD COLUMN "extension_hours" integer DEFAULT 72 NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "opens_by_clock" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "opening_missed" jsonb;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "extended_by_rule" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "withdrawn_rounds" ADD CONSTRAINT "withdrawn_rounds_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_papers" ADD CONSTRAINT "background_papers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "scheduled_mail" ADD CONSTRAINT "scheduled_mail_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "paper_circulations" ADD CONSTRAINT "paper_circulations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE cascade;