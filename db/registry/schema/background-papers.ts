import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea } from "../../bytea";
import { rounds } from "./rounds";

export const backgroundFormat = pgEnum("background_format", ["pdf", "docx", "markdown"]);

/** Where the bytes of a file lie: in `background_pieces`, or in the object store that was configured as it was sent. */
export const filePlace = pgEnum("file_place", ["database", "objects"]);

/** What hosts give participants to read beside a round. Nothing here knows who has read it. */
export const backgroundPapers = pgTable(
  "background_papers",
  {
    id: uuid().primaryKey().defaultRandom(),
    roundId: uuid("round_id")
      .notNull()
      .references(() => rounds.id, { onDelete: "cascade", onUpdate: "cascade" }),
    /** Among the papers of its round, from 0; the commands keep it without gaps. */
    position: integer().notNull(),
    title: text().notNull(),
    /** One of the six official languages (BCP 47), or `other`. */
    language: text().notNull(),
    format: backgroundFormat().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    /** SHA-256 of the file in hexadecimal; stays when the paper is withdrawn. */
    sha256: text().notNull(),
    /** The file, another one after each replacement; null once the paper is withdrawn. */
    fileId: uuid("file_id"),
    place: filePlace().notNull(),
    /** Goes up with every change, so that two hosts never overwrite one another unseen. */
    version: integer().notNull().default(1),
    withdrawnAt: timestamp("withdrawn_at", { withTimezone: true }),
    withdrawnReason: text("withdrawn_reason"),
  },
  (paper) => [
    unique("background_papers_file_once").on(paper.fileId),
    index("background_papers_by_round").on(paper.roundId, paper.position),
    check("background_papers_size", sql`${paper.size} BETWEEN 1 AND 20971520`),
    check(
      "background_papers_withdrawn_whole",
      sql`(${paper.fileId} IS NULL) = (${paper.withdrawnAt} IS NOT NULL) AND (${paper.withdrawnAt} IS NULL) = (${paper.withdrawnReason} IS NULL)`,
    ),
  ],
);

/** The bytes of a file in pieces, so that whoever hands it out holds one of them at a time. */
export const backgroundPieces = pgTable(
  "background_pieces",
  {
    fileId: uuid("file_id").notNull(),
    /** From 0. */
    position: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (piece) => [
    primaryKey({ columns: [piece.fileId, piece.position] }),
    foreignKey({ columns: [piece.fileId], foreignColumns: [backgroundPapers.fileId] }).onDelete("cascade"),
  ],
);
