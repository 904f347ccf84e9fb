import { pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { seats } from "./seats";

/** Where mail for a seat goes: none, one or several. Told to hosts alone, and sent to no other database. */
export const seatAddresses = pgTable(
  "seat_addresses",
  {
    seatId: uuid("seat_id")
      .notNull()
      .references(() => seats.id, { onDelete: "cascade" }),
    /** As it was entered, its domain in lower case. */
    address: text().notNull(),
  },
  ({ seatId, address }) => [primaryKey({ columns: [seatId, address] })],
);
