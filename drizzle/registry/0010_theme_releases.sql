CREATE TABLE "destructions" (
	"consultation_id" uuid PRIMARY KEY NOT NULL,
	"destroyed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_coders" (
	"consultation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"second_id" uuid NOT NULL,
	"first_done" boolean DEFAULT false NOT NULL,
	"second_done" boolean DEFAULT false NOT NULL,
	"agreement" jsonb,
	CONSTRAINT "theme_coders_round_id_item_id_pk" PRIMARY KEY("round_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "theme_releases" (
	"consultation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"release" jsonb NOT NULL,
	"released_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "theme_releases_round_id_item_id_pk" PRIMARY KEY("round_id","item_id")
);
--> statement-breakpoint
ALTER TABLE "destructions" ADD CONSTRAINT "destructions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_coders" ADD CONSTRAINT "theme_coders_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_coders" ADD CONSTRAINT "theme_coders_second_id_people_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_releases" ADD CONSTRAINT "theme_releases_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;