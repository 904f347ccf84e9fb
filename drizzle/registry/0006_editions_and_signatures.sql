CREATE TYPE "public"."edition_kind" AS ENUM('interim', 'final');--> statement-breakpoint
CREATE TABLE "editions" (
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "edition_kind" NOT NULL,
	"document" jsonb,
	"letter" jsonb,
	"hash" text,
	"published_at" timestamp with time zone NOT NULL,
	"corrigendum" text,
	"withdrawn_at" timestamp with time zone,
	"withdrawal_reason" text,
	CONSTRAINT "editions_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "editions_withdrawn_without_content" CHECK (("editions"."withdrawn_at" IS NULL AND "editions"."withdrawal_reason" IS NULL) OR ("editions"."withdrawn_at" IS NOT NULL AND "editions"."withdrawal_reason" IS NOT NULL AND "editions"."document" IS NULL AND "editions"."letter" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "signed_notes" (
	"consultation_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "signed_notes_consultation_id_subject_pk" PRIMARY KEY("consultation_id","subject")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"consultation_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"mission_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "signatures_consultation_id_subject_mission_id_pk" PRIMARY KEY("consultation_id","subject","mission_id")
);
--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signed_notes" ADD CONSTRAINT "signed_notes_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_mission_id_missions_id_fk" FOREIGN KEY ("mission_id") REFERENCES "public"."missions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What is published already is the first edition of its report: interim if a round was not published by then.
INSERT INTO "editions" ("consultation_id", "number", "kind", "document", "published_at")
	SELECT "reports"."consultation_id", 1,
		CASE WHEN EXISTS (
			SELECT FROM "rounds" LEFT JOIN "releases" ON "releases"."round_id" = "rounds"."id"
			WHERE "rounds"."consultation_id" = "reports"."consultation_id"
				AND ("releases"."published_at" IS NULL OR "releases"."published_at" > "reports"."published_at")
		) THEN 'interim'::"edition_kind" ELSE 'final'::"edition_kind" END,
		"reports"."document", "reports"."published_at"
	FROM "reports";
