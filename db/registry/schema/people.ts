import { integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { missions } from "./missions";

/** Whoever signs in: hosts, rapporteurs, observers. Participants never have a row here. Property names are next-auth's. */
export const people = pgTable("people", {
  id: uuid().primaryKey().defaultRandom(),
  name: text(),
  email: text().notNull().unique(),
  emailVerified: timestamp("email_verified", { withTimezone: true }),
  image: text(),
  /** The mission for which this person acts; null for an observer who belongs to none. */
  missionId: uuid("mission_id").references(() => missions.id),
});

export const sessions = pgTable("sessions", {
  /** SHA-256 of the token in the cookie, base64url. */
  sessionToken: text("session_token").primaryKey(),
  userId: uuid("person_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" }),
  expires: timestamp({ withTimezone: true }).notNull(),
});

/** A person's account with an identity provider, in the columns that the adapter names. E-mail links make none. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    type: text().notNull(),
    provider: text().notNull(),
    providerAccountId: text("provider_account_id").notNull(),
    refresh_token: text(),
    access_token: text(),
    expires_at: integer(),
    token_type: text(),
    scope: text(),
    id_token: text(),
    session_state: text(),
  },
  (account) => [primaryKey({ columns: [account.provider, account.providerAccountId] })],
);

/** Sign-in links that have been mailed; next-auth stores the hash of the token, never the token. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text().notNull(),
    token: text().notNull(),
    expires: timestamp({ withTimezone: true }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.identifier, row.token] })],
);
