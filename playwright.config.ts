import { defineConfig, devices } from "@playwright/test";

const chromium = {
  // Run by bin/e2e.ts, which finds or installs the browser and serves the instance.
  executablePath: process.env.CHROMIUM_PATH ?? "",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A control that fades from one state to the next has, for a moment, the colours of neither.
    "--force-prefers-reduced-motion",
  ],
};

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  timeout: 300_000,
  expect: { timeout: 15_000 },
  // Two at a time: each plays hosts and participants of its own against the one instance.
  workers: 2,
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? "",
    launchOptions: chromium,
    actionTimeout: 30_000,
    // Recording every page would take a tenth of the suite’s time; `--trace on` records what is being looked into.
    trace: "off",
    permissions: ["clipboard-read", "clipboard-write"],
  },
  projects: [
    // The longest first, so that both workers end together.
    {
      name: "phone",
      testMatch: "*.phone.spec.ts",
      use: {
        ...devices["Pixel 5"],
        viewport: { width: 360, height: 740 },
        // The desktop pages are looked at in light; between them both sets of colours are.
        colorScheme: "dark",
        launchOptions: chromium,
      },
    },
    {
      name: "desktop",
      testIgnore: "*.phone.spec.ts",
      use: { ...devices["Desktop Chrome"], launchOptions: chromium },
    },
  ],
});
