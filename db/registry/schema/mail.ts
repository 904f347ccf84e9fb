import { sql } from "drizzle-orm";
import {
  boolean,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { consultations } from "./consultations";
import { rounds } from "./rounds";
import { seats } from "./seats";

export const mailingKind = pgEnum("mailing_kind", [
  "invitation",
  "reminder",
  "twoDaysBefore",
  "lastDay",
  "opened",
  "extended",
  "corrected",
  "published",
]);

/**
 * What was mailed. Invitations go to some seats and are one mailing for the whole consultation, without a time; every
 * other goes to all seats that have an address, or is not made.
 */
export const mailings = pgTable(
  "mailings",
  {
    id: uuid().primaryKey().defaultRandom(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    kind: mailingKind().notNull(),
    roundId: uuid("round_id").references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
    /** The close that it names. */
    closesAt: timestamp("closes_at", { withTimezone: true }),
    /** What its hosts wrote under it, or nothing. */
    note: text().notNull().default(""),
    madeAt: timestamp("made_at", { withTimezone: true }),
  },
  (mailing) => [
    uniqueIndex("mailings_invitations_once")
      .on(mailing.consultationId)
      .where(sql`${mailing.kind} = 'invitation'`),
    // However many processes come to it in the same minute, a scheduled one is made once for each close.
    uniqueIndex("mailings_scheduled_once")
      .on(mailing.roundId, mailing.kind, mailing.closesAt)
      .where(sql`${mailing.kind} IN ('twoDaysBefore', 'lastDay')`),
  ],
);

export const deliveryState = pgEnum("delivery_state", ["waiting", "sent", "failed", "bounced"]);

/**
 * How far the last mail of a mailing to a seat has come. No time and no number: a list of who was invited at which time
 * would tell between which times the others enrolled.
 */
export const deliveries = pgTable(
  "deliveries",
  {
    mailingId: uuid("mailing_id")
      .notNull()
      .references(() => mailings.id, { onDelete: "cascade" }),
    seatId: uuid("seat_id")
      .notNull()
      .references(() => seats.id, { onDelete: "cascade" }),
    state: deliveryState().notNull(),
    /** Which sending it was, as its Message-ID names it: what comes back of an earlier one says nothing of this. */
    sending: uuid(),
    /** What the mail server said, in its own words, where it refused an address or the mail. */
    said: text(),
  },
  ({ mailingId, seatId }) => [primaryKey({ columns: [mailingId, seatId] })],
);

/** Which mails are sent by the clock before a round closes. */
export const scheduledMail = pgTable("scheduled_mail", {
  roundId: uuid("round_id")
    .primaryKey()
    .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
  twoDaysBefore: boolean("two_days_before").notNull(),
  lastDay: boolean("last_day").notNull(),
  /** The close that it is reckoned from, and since when: of a moment that had passed by then there is no mail. */
  closesAt: timestamp("closes_at", { withTimezone: true }).notNull(),
  since: timestamp({ withTimezone: true }).notNull(),
});
