import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/ballot/schema/index.ts",
  out: "./drizzle/ballot",
});
