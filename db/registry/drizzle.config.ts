import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/registry/schema/index.ts",
  out: "./drizzle/registry",
});
