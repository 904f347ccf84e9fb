import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onThePath(name: string): string | null {
  const found = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : null;
}

function installed(): string | null {
  const own = chromium.executablePath();
  const system = SYSTEM_NAMES.map(onThePath).find((path) => path !== null);
  return system ?? (existsSync(own) ? own : null);
}

function succeeds(command: string, args: readonly string[], seconds: number): boolean {
  try {
    execFileSync(command, args, { stdio: "inherit", timeout: seconds * 1_000 });
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || onThePath("apt-get") === null) return false;
  return (
    succeeds("apt-get", ["update", "-qq"], 300) &&
    succeeds(
      "apt-get",
      ["install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation"],
      900,
    )
  );
}

/**
 * The path of a Chromium: `CHROMIUM_PATH`, the system's, Playwright's own; else it is installed, from Debian's packages
 * as root and from Playwright's otherwise. Throws with the command to type where neither works.
 */
export function chromiumPath(): string {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && existsSync(named)) return named;
  const present = installed();
  if (present !== null) return present;
  console.log("Installing Chromium for the end-to-end tests. This happens once.");
  if (!installFromDebian()) succeeds("playwright", ["install", "chromium"], 600);
  const path = installed();
  if (path === null)
    throw new Error(
      "Chromium could not be installed. Type: sudo apt-get install chromium, then run this again.",
    );
  return path;
}
