import { integer, pgEnum, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";
import { consultations } from "./consultations";

export const delegationKind = pgEnum("delegation_kind", [
  "memberState",
  "observerState",
  "organisation",
  "other",
]);

/** A place for a delegation. Nothing here tells whether it has answered, nor when it enrolled. */
export const seats = pgTable(
  "seats",
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    delegation: text().notNull(),
    kind: delegationKind().notNull(),
    /** UN regional group as listed by the United Nations, or null. */
    regionalGroup: text("regional_group"),
    /** 1, or 2 and more where a delegation has several seats on purpose. */
    place: integer().notNull().default(1),
    /** Goes up when all co-hosts together issue new credentials after a lost code. */
    generation: integer().notNull().default(0),
  },
  (seat) => [unique("seats_place_once").on(seat.consultationId, seat.delegation, seat.place)],
);

/** One link. The token itself is shown once and never stored. */
export const invitations = pgTable("invitations", {
  /** SHA-256 of the 128-bit token. */
  tokenHash: bytea("token_hash").primaryKey(),
  seatId: uuid("seat_id")
    .notNull()
    .references(() => seats.id, { onDelete: "cascade" }),
});
