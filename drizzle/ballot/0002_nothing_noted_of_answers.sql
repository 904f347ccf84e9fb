-- PostgreSQL keeps samples of a column's values in a catalogue of its own, which ANALYZE fills and which outlives the rows
-- and the partitions that they came from. Nothing of a response or of an open answer may lie there.
ALTER TABLE "arrival" ALTER COLUMN "key" SET STATISTICS 0, ALTER COLUMN "revision" SET STATISTICS 0,
	ALTER COLUMN "answers" SET STATISTICS 0, ALTER COLUMN "salts" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "response" ALTER COLUMN "key" SET STATISTICS 0, ALTER COLUMN "revision" SET STATISTICS 0,
	ALTER COLUMN "answers" SET STATISTICS 0, ALTER COLUMN "salts" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "leaf" ALTER COLUMN "hash" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "open_answer" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
-- What was noted before goes, where this PostgreSQL can be told so (18 and later).
DO $$ DECLARE noted record; BEGIN
	IF EXISTS (SELECT FROM pg_proc WHERE proname = 'pg_clear_attribute_stats') THEN
		FOR noted IN SELECT schemaname, tablename, attname, inherited FROM pg_stats
			WHERE tablename ~ '^(arrival|response|leaf|open_answer)' LOOP
			PERFORM pg_clear_attribute_stats(
				noted.schemaname::text, noted.tablename::text, noted.attname::text, noted.inherited);
		END LOOP;
	END IF;
END $$;
