CREATE TABLE "finding_wordings" (
	"round_id" uuid NOT NULL,
	"finding_key" text NOT NULL,
	"position" integer NOT NULL,
	"phrase" text NOT NULL,
	"reason" text,
	"wording" text,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "finding_wordings_round_id_finding_key_position_pk" PRIMARY KEY("round_id","finding_key","position"),
	CONSTRAINT "finding_wordings_position" CHECK ("finding_wordings"."position" > 0)
);
--> statement-breakpoint
ALTER TABLE "finding_wordings" ADD CONSTRAINT "finding_wordings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_wordings" ADD CONSTRAINT "finding_wordings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- By hand: the history of a finding's words is only ever added to.
CREATE FUNCTION "finding_wordings_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- With a whole round its words go too; its row is gone by then.
	IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "rounds" WHERE "id" = OLD."round_id") THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'the history of a finding''s words is neither changed nor removed';
END
$$;--> statement-breakpoint
CREATE TRIGGER "finding_wordings_stand" BEFORE UPDATE OR DELETE ON "finding_wordings"
	FOR EACH ROW EXECUTE FUNCTION "finding_wordings_stand"();
