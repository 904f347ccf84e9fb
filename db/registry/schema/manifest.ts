import { boolean, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";
import { consultations } from "./consultations";

export const keyPurpose = pgEnum("key_purpose", ["planned", "spare", "window"]);

/** The RSA keys that sign credentials, one per round, all made before anybody enrols. */
export const roundKeys = pgTable(
  "round_keys",
  {
    /** The "round" of the protocol, whether or not a round uses it yet. */
    roundId: uuid("round_id").primaryKey(),
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    purpose: keyPurpose().notNull(),
    position: integer().notNull(),
    /** SubjectPublicKeyInfo, DER. */
    publicKey: bytea("public_key").notNull(),
    /** PKCS#8 under the key from the environment; null once the round has closed. */
    wrappedPrivateKey: bytea("wrapped_private_key"),
  },
  (key) => [unique("round_keys_position_once").on(key.consultationId, key.purpose, key.position)],
);

/** The signed, hash-chained, append-only log of a consultation. */
export const manifestEntries = pgTable(
  "manifest_entries",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id),
    /** 1, 2, 3 … */
    position: integer().notNull(),
    /** Canonical JSON (RFC 8785) of the entry. */
    payload: text().notNull(),
    hash: bytea().notNull(),
    /** Ed25519. */
    signature: bytea().notNull(),
    /** Whether the ballot box has acknowledged it. */
    acknowledged: boolean().notNull().default(false),
  },
  (entry) => [primaryKey({ columns: [entry.consultationId, entry.position] })],
);
