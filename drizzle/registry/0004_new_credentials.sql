CREATE TABLE "replacement_agreements" (
	"seat_id" uuid NOT NULL,
	"mission_id" uuid NOT NULL,
	CONSTRAINT "replacement_agreements_seat_id_mission_id_pk" PRIMARY KEY("seat_id","mission_id")
);
--> statement-breakpoint
CREATE TABLE "replacements" (
	"seat_id" uuid PRIMARY KEY NOT NULL,
	"mission_id" uuid NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "wallets" ADD COLUMN "consultation_id" uuid;--> statement-breakpoint
ALTER TABLE "replacement_agreements" ADD CONSTRAINT "replacement_agreements_seat_id_replacements_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."replacements"("seat_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacement_agreements" ADD CONSTRAINT "replacement_agreements_mission_id_missions_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."missions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacements" ADD CONSTRAINT "replacements_seat_id_seats_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."seats"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replacements" ADD CONSTRAINT "replacements_mission_id_missions_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."missions"("id") ON DELETE no action ON UPDATE no action;