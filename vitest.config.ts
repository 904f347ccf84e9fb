import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  // Files of server/ may be imported under this condition alone, as in the server's own build.
  ssr: { resolve: { conditions: ["react-server", "module", "node", "development|production"] } },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/clusters.ts"],
    // next-auth reads this name by itself; a developer's own must not reach the tests.
    env: { NEXTAUTH_URL: "http://localhost:3000" },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Each file has databases of its own, and what modules keep is kept by ids made anew; evaluating every module again
    // for every file would take a sixth of the time.
    isolate: false,
  },
});
