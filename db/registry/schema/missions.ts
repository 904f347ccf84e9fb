import { pgTable, text, uuid } from "drizzle-orm/pg-core";

/** A diplomatic mission that can co-host, named as it signs: "Permanent Mission of Malaysia to the United Nations". */
export const missions = pgTable("missions", {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull().unique(),
});
