import { integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";

/**
 * That a seat received a credential for a round: participation, never whether it was used. Rewritten in shuffled order
 * at each opening and close, since row order and transaction ids are an order of arrival; for that it has no foreign key.
 */
export const issuance = pgTable(
  "issuance",
  {
    seatId: uuid("seat_id").notNull(),
    roundId: uuid("round_id").notNull(),
    generation: integer().notNull(),
    /** The blinded message, kept so that a lost reply can be given again; null once the round has closed. */
    blinded: bytea(),
    /** The blind signature; null once the round has closed. */
    signature: bytea(),
  },
  (row) => [primaryKey({ columns: [row.seatId, row.roundId, row.generation] })],
);

/** A participant's wallet, encrypted under a code that only they hold, at a locator derived from it. Leads to no seat. */
export const wallets = pgTable("wallets", {
  /** SHA-256 of the locator: a stolen registry names no place that could be written over. */
  locator: bytea().primaryKey(),
  ciphertext: bytea().notNull(),
  /**
   * The consultation at whose end it is deleted; as little tied to its row as `issuance` is. Null where it was stored
   * before wallets named theirs: it then goes once no consultation can need it.
   */
  consultationId: uuid("consultation_id"),
});
