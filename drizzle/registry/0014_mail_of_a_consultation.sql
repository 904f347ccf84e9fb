CREATE TYPE "public"."delivery_state" AS ENUM('waiting', 'sent', 'failed', 'bounced');--> statement-breakpoint
CREATE TYPE "public"."mailing_kind" AS ENUM('invitation', 'reminder', 'twoDaysBefore', 'lastDay', 'opened', 'extended', 'corrected', 'published');--> statement-breakpoint
CREATE TABLE "deliveries" (
	"mailing_id" uuid NOT NULL,
	"seat_id" uuid NOT NULL,
	"state" "delivery_state" NOT NULL,
	"said" text,
	CONSTRAINT "deliveries_mailing_id_seat_id_pk" PRIMARY KEY("mailing_id","seat_id")
);
--> statement-breakpoint
CREATE TABLE "mailings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"consultation_id" uuid NOT NULL,
	"kind" "mailing_kind" NOT NULL,
	"round_id" uuid,
	"closes_at" timestamp with time zone,
	"note" text DEFAULT '' NOT NULL,
	"made_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "scheduled_mail" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"two_days_before" boolean NOT NULL,
	"last_day" boolean NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_mailing_id_mailings_id_fk" FOREIGN KEY ("mailing_id") REFERENCES "public"."mailings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_mail" ADD CONSTRAINT "scheduled_mail_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mailings_invitations_once" ON "mailings" USING btree ("consultation_id") WHERE "mailings"."kind" = 'invitation';--> statement-breakpoint
CREATE UNIQUE INDEX "mailings_scheduled_once" ON "mailings" USING btree ("round_id","kind","closes_at") WHERE "mailings"."kind" IN ('twoDaysBefore', 'lastDay');