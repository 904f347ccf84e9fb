import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProblems } from "@/server/env";
import { freshSecrets } from "../instance";

/** What is asked of whoever begins an instance: its host name, the mail server's address, and who mails come from. */
export type Asked = { readonly site: string; readonly smtp: string; readonly from: string };
type Variables = Readonly<Record<string, string>>;

/** In quotation marks within which compose, a shell and Node take every character for itself. */
const written = (variables: Variables) =>
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join("");

/** What is wrong with what was asked before any variable is made of it. */
function askedAmiss({ site, ...others }: Asked): string[] {
  const named = URL.parse(`https://${site}`);
  const problems = Object.entries(others)
    .filter(([, value]) => /['\r\n]/.test(value))
    .map(([name]) => `--${name} may hold no ' and no line break; in an address write ' as %27.`);
  if (named === null || named.host !== site.toLowerCase())
    problems.push("--site is the host name alone, such as consultations.example.org.");
  return problems;
}

/**
 * The files that compose.yaml reads, by name, with secrets made anew: each role's variables, those of the tools, and the
 * passwords of both superusers. `problems` says what is wrong with what was asked, in sentences.
 */
export function filesOf(asked: Asked): {
  files: Record<string, string>;
  problems: string[];
} {
  const { site, smtp, from } = asked;
  const secret = freshSecrets();
  const value = (name: string) => secret[name] ?? "";
  const origin = `https://${site}`;
  const registry = {
    DATABASE_URL: `postgres://registry:${value("REGISTRY_PASSWORD")}@registry-database:5432/registry`,
    AUTH_URL: origin,
    AUTH_SECRET: value("AUTH_SECRET"),
    AUTH_EMAIL_FROM: from,
    SMTP_URL: smtp,
    KEY_ENCRYPTION_KEY: value("KEY_ENCRYPTION_KEY"),
    MANIFEST_SIGNING_KEY: value("MANIFEST_SIGNING_KEY"),
    // Straight to the box: what is pushed need not leave the machine.
    BALLOT_URL: "http://ballot:3000",
  };
  const ballot = {
    BALLOT_DATABASE_URL: `postgres://ballot:${value("BALLOT_PASSWORD")}@ballot-database:5432/ballot`,
    MANIFEST_PUBLIC_KEY: value("MANIFEST_PUBLIC_KEY"),
    CHALLENGE_KEY: value("CHALLENGE_KEY"),
  };
  const superusers = [freshSecrets(), freshSecrets()].map(({ REGISTRY_PASSWORD = "" }) => REGISTRY_PASSWORD);
  const [ofRegistry = "", ofBallot = ""] = superusers;
  const roles: Readonly<Record<string, Variables>> = {
    registry: { TDT_ROLE: "registry", ...registry },
    ballot: { TDT_ROLE: "ballot", ...ballot },
    closing: { TDT_ROLE: "closing", ...registry, ...ballot },
  };
  const tools = {
    DATABASE_URL: registry.DATABASE_URL,
    BALLOT_DATABASE_URL: ballot.BALLOT_DATABASE_URL,
    DATABASE_SUPERUSER_URL: `postgres://postgres:${ofRegistry}@registry-database:5432/postgres`,
    BALLOT_DATABASE_SUPERUSER_URL: `postgres://postgres:${ofBallot}@ballot-database:5432/postgres`,
    MANIFEST_PUBLIC_KEY: ballot.MANIFEST_PUBLIC_KEY,
  };
  const files = Object.fromEntries(
    Object.entries(roles).map(([role, variables]) => [`${role}.env`, written(variables)]),
  );
  return {
    files: {
      ...files,
      "tools.env": written(tools),
      "registry-superuser.txt": ofRegistry,
      "ballot-superuser.txt": ofBallot,
    },
    problems: [...new Set([...askedAmiss(asked), ...Object.values(roles).flatMap(environmentProblems)])],
  };
}

/** Writes the files into a folder, for their owner alone, unless something is wrong or one is there; what is wrong. */
export function writeFiles(to: string, asked: Asked): string[] {
  const { files, problems } = filesOf(asked);
  const present = Object.keys(files).filter((name) => existsSync(join(to, name)));
  if (present.length > 0)
    problems.push(
      `${present.join(", ")} stand in ${to} already. Move them away, and keep them: they hold keys.`,
    );
  if (problems.length > 0) return problems;
  mkdirSync(to, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(to, name), content, { mode: 0o600, flag: "wx" });
  return [];
}
