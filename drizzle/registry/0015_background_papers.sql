CREATE TYPE "public"."background_format" AS ENUM('pdf', 'docx', 'markdown');--> statement-breakpoint
CREATE TYPE "public"."file_place" AS ENUM('database', 'objects');--> statement-breakpoint
CREATE TABLE "background_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"format" "background_format" NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"file_id" uuid,
	"place" "file_place" NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "background_papers_file_once" UNIQUE("file_id"),
	CONSTRAINT "background_papers_size" CHECK ("background_papers"."size" BETWEEN 1 AND 20971520),
	CONSTRAINT "background_papers_withdrawn_whole" CHECK (("background_papers"."file_id" IS NULL) = ("background_papers"."withdrawn_at" IS NOT NULL) AND ("background_papers"."withdrawn_at" IS NULL) = ("background_papers"."withdrawn_reason" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "background_pieces" (
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "background_pieces_file_id_position_pk" PRIMARY KEY("file_id","position")
);
--> statement-breakpoint
ALTER TABLE "background_papers" ADD CONSTRAINT "background_papers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_pieces" ADD CONSTRAINT "background_pieces_file_id_background_papers_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."background_papers"("file_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "background_papers_by_round" ON "background_papers" USING btree ("round_id","position");