import { boolean, integer, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { missions } from "./missions";
import { people } from "./people";

export const roleName = pgEnum("role_name", ["host", "rapporteur", "observer"]);

export const consultations = pgTable("consultations", {
  id: uuid().primaryKey().defaultRandom(),
  /** Stands in public addresses; never changes once enrolment is open. */
  slug: text().notNull().unique(),
  title: text().notNull(),
  subject: text().notNull(),
  /** The rule in force, in a sentence that participants and readers see. */
  rule: text().notNull(),
  /** True where the answers are simulated: every page and document then says so. */
  simulated: boolean().notNull().default(false),
  /**
   * Hours by which the rule extends a round, once, where fewer than ten responses are in at its closing time. Fixed by the
   * manifest from the opening of enrolment on; where the manifest does not name it, there is no such rule.
   */
  extensionHours: integer("extension_hours").notNull().default(72),
});

/** The missions that hold this consultation together. */
export const coHosts = pgTable(
  "co_hosts",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    missionId: uuid("mission_id")
      .notNull()
      .references(() => missions.id),
  },
  (coHost) => [primaryKey({ columns: [coHost.consultationId, coHost.missionId] })],
);

/** What a person does in a consultation; one role each. */
export const roles = pgTable(
  "roles",
  {
    consultationId: uuid("consultation_id")
      .notNull()
      .references(() => consultations.id, { onDelete: "cascade" }),
    personId: uuid("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    role: roleName().notNull(),
  },
  (role) => [primaryKey({ columns: [role.consultationId, role.personId] })],
);
