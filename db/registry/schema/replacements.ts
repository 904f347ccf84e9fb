import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { missions } from "./missions";
import { seats } from "./seats";

/**
 * New credentials asked for a seat whose code was lost, until every co-hosting mission has agreed or one has refused.
 * One at a time for each seat. When each act was done stands in the audit log and not here.
 */
export const replacements = pgTable("replacements", {
  seatId: uuid("seat_id")
    .primaryKey()
    .references(() => seats.id, { onDelete: "cascade" }),
  /** The mission that asked. */
  missionId: uuid("mission_id")
    .notNull()
    .references(() => missions.id),
  /** Why, as the other missions read it. */
  reason: text().notNull(),
});

/** That a mission agrees. The one that asked has agreed by asking. */
export const replacementAgreements = pgTable(
  "replacement_agreements",
  {
    seatId: uuid("seat_id")
      .notNull()
      .references(() => replacements.seatId, { onDelete: "cascade" }),
    missionId: uuid("mission_id")
      .notNull()
      .references(() => missions.id),
  },
  (agreement) => [primaryKey({ columns: [agreement.seatId, agreement.missionId] })],
);
