import { pgEnum, pgTable, timestamp } from "drizzle-orm/pg-core";

export const backupSide = pgEnum("backup_side", ["registry", "ballot"]);

/** When each database was last backed up by a command that knew the registry. */
export const backups = pgTable("backups", {
  side: backupSide().primaryKey(),
  takenAt: timestamp("taken_at", { withTimezone: true }).notNull(),
});
