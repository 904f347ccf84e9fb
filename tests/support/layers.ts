import type { Import, SourceFile } from "./imports";

/** The English words of BIP-39: of these the fingerprint's six are. */
const WORDS = "@scure/bip39/wordlists/english.js";
/** Packages that compute and nothing else; only these may enter `domain/`. */
const PURE_PACKAGES = [
  "zod",
  "canonicalize",
  "csv-parse/sync",
  "@date-fns/tz",
  WORDS,
  "@stdlib/math-base-special-gammainc",
  "minisearch",
  "diff",
  "htmlparser2",
  "markdown-it",
];

/** The registry's features. What they know of seats must never meet what the box knows of answers. */
const REGISTRY_SIDE =
  /^(db\/registry|server\/(acts|audit|auth|background-papers|conduct|consultations|editions|enrolment|errata|floor|jobs|letters|mail|manifest|panel|papers|people|publication|questionnaires|receipts|replacements|reports|room|rounds|sessions|sheets|status|summaries|theme-releases|windows|wordings|work\/registry|trpc\/(context|procedures|router)))(\/|$)/;
const BALLOT_SIDE = /^(db\/ballot|server\/ballots)(\/|$)/;
/** The only places that read both databases, in the roles `closing` and `all`; the last two merely open and probe them. */
const BOTH_SIDES = /^(server\/(releases|themes)\/|server\/(connections|health)\.ts|server\/trpc\/closing-)/;
const ANSWERING = /^app\/\(participant\)\//;

const inRoom = (room: string, target: string) => target === room || target.startsWith(`${room}/`);
const isOurs = (target: string) =>
  /^(domain|db|server|app|bin|tests|bench|audit|verify|messages)(\/|$)/.test(target);

function domainMayImport({ target, typeOnly }: Import): boolean {
  if (inRoom("domain", target) || PURE_PACKAGES.includes(target)) return true;
  return typeOnly && target === "messages/en.json";
}

function dbMayImport({ target }: Import): boolean {
  return !isOurs(target) || inRoom("db", target) || inRoom("domain", target);
}

function serverMayImport({ target }: Import): boolean {
  return !isOurs(target) || /^(domain|db|server|messages)\//.test(target);
}

function appMayImport(path: string, { target, typeOnly }: Import): boolean {
  if (!isOurs(target) || /^(domain|app|messages)\//.test(target)) return true;
  // What the box and the room answer is typed by their routers, wherever it is asked.
  if (typeOnly && (target === "server/ballots/router" || target === "server/room/router")) return true;
  if (inRoom("server/trpc", target) || inRoom("server/auth", target)) return true;
  // Addresses that are no procedure: the box's own URL, the health report, the demo's outbox.
  if (path.startsWith("app/api/ballot/")) return /^server\/ballots\/(router|context)$/.test(target);
  if (path.startsWith("app/api/room/")) return /^server\/room\/(router|context)$/.test(target);
  return target === "server/health" || target === "server/outbox";
}

/** What checks a round's record from outside must not lean on what it checks: the platform and a list of words will do. */
function verifyMayImport({ target }: Import): boolean {
  return inRoom("verify", target) || target.startsWith("node:") || target === WORDS;
}

function layerAllows(path: string, imported: Import): boolean {
  if (path.startsWith("domain/")) return domainMayImport(imported);
  if (path.startsWith("db/")) return dbMayImport(imported);
  if (path.startsWith("server/")) return serverMayImport(imported);
  if (path.startsWith("app/")) return appMayImport(path, imported);
  if (path.startsWith("verify/")) return verifyMayImport(imported);
  return true;
}

function sidesStayApart(path: string, { target }: Import): boolean {
  if (BOTH_SIDES.test(path)) return true;
  if (BALLOT_SIDE.test(path)) return !REGISTRY_SIDE.test(target) && !target.startsWith("server/releases");
  if (REGISTRY_SIDE.test(path)) return !BALLOT_SIDE.test(target) && !target.startsWith("server/releases");
  return true;
}

function clientTakesTypesOnly({ path, text }: SourceFile, { target, typeOnly }: Import): boolean {
  const inBrowser = /^["']use client["']/.test(text) || path.includes("/_protocol/");
  return !inBrowser || typeOnly || !inRoom("server", target);
}

function answeringKnowsNoHost({ path }: SourceFile, { target, typeOnly }: Import): boolean {
  return !ANSWERING.test(path) || typeOnly || !/^(app\/\(host\)|app\/_trpc\/client|next-auth)/.test(target);
}

/** Sentences about every import of this file that the architecture forbids. */
export function forbiddenImports(file: SourceFile): string[] {
  return file.imports.flatMap((imported) => {
    const says = (rule: string) => `${file.path} imports ${imported.target}: ${rule}`;
    const found: string[] = [];
    if (!layerAllows(file.path, imported)) found.push(says("domain ← db ← server ← app"));
    if (!sidesStayApart(file.path, imported)) found.push(says("registry and ballot never meet"));
    if (!clientTakesTypesOnly(file, imported)) found.push(says("the browser takes routers as types only"));
    if (!answeringKnowsNoHost(file, imported)) found.push(says("answering knows no host and no session"));
    return found;
  });
}
