import { existsSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import type { Page } from "@playwright/test";

const PREFIX = "/modules/";

/** Where a browser finds what our modules import; paths from the root of this tree. */
const IMPORTS = {
  "@/": PREFIX,
  "@cloudflare/blindrsa-ts": `${PREFIX}node_modules/@cloudflare/blindrsa-ts/lib/src/index.js`,
  canonicalize: `${PREFIX}node_modules/canonicalize/lib/canonicalize.js`,
};

const PAGE = `<!doctype html><title>Modules</title><script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;

/** A module of this tree as a browser runs it: TypeScript without its types, and nothing else changed. */
function moduleAt(path: string): string {
  if (!existsSync(`${path}.ts`)) return readFileSync(path, "utf8");
  return stripTypeScriptTypes(readFileSync(`${path}.ts`, "utf8"));
}

/** Opens an empty page on the instance's origin that can import modules of this tree, by `/modules/` and their path. */
export async function openModulesPage(page: Page): Promise<void> {
  await page.route(`**${PREFIX}**`, async (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname.slice(PREFIX.length));
    if (path === "") return route.fulfill({ contentType: "text/html", body: PAGE });
    return route.fulfill({ contentType: "text/javascript", body: moduleAt(path) });
  });
  await page.goto(PREFIX);
}
