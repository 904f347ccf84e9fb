-- Places a response into `arrival`, at one go: a round trip is most of what a submission costs.
-- The lock comes in a statement of its own, before the one that reads the stage: each statement here sees what was
-- committed when it began, so nothing lands after the round was held exclusively and closed.
CREATE FUNCTION place_response(
	of_round uuid, of_key bytea, of_revision integer, given jsonb, salted jsonb, at timestamp with time zone
) RETURNS TABLE (accepting boolean, early boolean, placed boolean) LANGUAGE plpgsql AS $$
BEGIN
	PERFORM pg_advisory_xact_lock_shared(hashtextextended(of_round::text, 0));
	RETURN QUERY
	WITH taking AS (
		SELECT id FROM round WHERE id = of_round AND stage = 'open' AND opens_at <= at AND closes_at > at
	), held AS (
		SELECT FROM response WHERE round_id = of_round AND key = of_key AND revision >= of_revision
	), landed AS (
		INSERT INTO arrival AS before (round_id, key, revision, answers, salts)
		SELECT id, of_key, of_revision, given, salted FROM taking WHERE NOT EXISTS (SELECT FROM held)
		ON CONFLICT (round_id, key) DO UPDATE
			SET revision = excluded.revision, answers = excluded.answers, salts = excluded.salts
			WHERE before.revision < excluded.revision
		RETURNING 1
	)
	SELECT EXISTS (SELECT FROM taking), EXISTS (SELECT FROM round WHERE id = of_round AND opens_at > at),
		EXISTS (SELECT FROM landed);
END $$;
