CREATE TABLE "paper_circulations" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"consultation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"reasons" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "papers_consultation_id_number_pk" PRIMARY KEY("consultation_id","number"),
	CONSTRAINT "papers_number_positive" CHECK ("papers"."number" > 0)
);
--> statement-breakpoint
ALTER TABLE "paper_circulations" ADD CONSTRAINT "paper_circulations_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_circulations" ADD CONSTRAINT "paper_circulations_consultation_id_number_papers_consultation_id_number_fk" FOREIGN KEY ("consultation_id","number") REFERENCES "public"."papers"("consultation_id","number") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_consultation_id_consultations_id_fk" FOREIGN KEY ("consultation_id") REFERENCES "public"."consultations"("id") ON DELETE cascade ON UPDATE no action;