ALTER TABLE "audit_entries" DROP CONSTRAINT "audit_entries_pkey";--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "position" DROP IDENTITY;--> statement-breakpoint
-- Entries that are there already keep their order, each in the chain to which it belongs.
UPDATE "audit_entries" SET "position" = "placed"."place" FROM (
	SELECT "position", row_number() OVER (PARTITION BY "consultation_id" ORDER BY "position") AS "place" FROM "audit_entries"
) AS "placed" WHERE "placed"."position" = "audit_entries"."position";--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "position" SET DATA TYPE integer;--> statement-breakpoint
ALTER TABLE "audit_entries" ALTER COLUMN "at" SET DATA TYPE timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "previous" "bytea";--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_position_once" UNIQUE NULLS NOT DISTINCT("consultation_id","position");--> statement-breakpoint
CREATE FUNCTION "audit_entries_stand"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	-- With a whole consultation its log goes too; its row is gone by then.
	IF TG_OP = 'DELETE' AND OLD."consultation_id" IS NOT NULL AND NOT EXISTS (
		SELECT FROM "consultations" WHERE "id" = OLD."consultation_id"
	) THEN
		RETURN OLD;
	END IF;
	RAISE EXCEPTION 'entries of the audit log are neither changed nor removed';
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_entries_stand" BEFORE UPDATE OR DELETE ON "audit_entries"
	FOR EACH ROW EXECUTE FUNCTION "audit_entries_stand"();--> statement-breakpoint
CREATE TRIGGER "audit_entries_stand_together" BEFORE TRUNCATE ON "audit_entries"
	FOR EACH STATEMENT EXECUTE FUNCTION "audit_entries_stand"();
