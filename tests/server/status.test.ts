import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer as createTcpServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, it, vi } from "vitest";
import { noteTaken } from "@/bin/backup/note";
import { connectRegistry } from "@/db/connect";
import { freePort } from "@/db/embedded";
import { type Check, checksOf, type Facts } from "@/domain/status/checks";
import messages from "@/messages/en.json";
import { boxAt } from "@/server/status/box";
import { mailTrouble } from "@/server/status/mail";
import { statusOf } from "@/server/status/queries";
import { newDatabase } from "@/tests/support/databases";

const now = new Date("2026-03-02T15:00:00Z");
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const WELL: Facts = {
  now,
  registry: "well",
  box: { state: "well", ahead: 0.4 },
  pending: 0,
  mail: null,
  jobs: { waiting: 0, failed: 0 },
  backups: { registry: hoursAgo(3), ballot: hoursAgo(2) },
};

const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** A server that answers everything with this, at an address of its own. */
async function answering(body: string, date?: Date): Promise<string> {
  const server = createServer((_, response) => {
    response.sendDate = date === undefined;
    if (date !== undefined) response.setHeader("date", date.toUTCString());
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // listens on a port
}

const said = (facts: Partial<Facts>, name: Check["name"]) => {
  const check = checksOf({ ...WELL, ...facts }).find((one) => one.name === name);
  return `${check?.state} ${check?.said}`;
};

describe("what is looked at in an instance", () => {
  it("[O30] is well where everything is", () => {
    expect(checksOf(WELL).filter(({ state }) => state !== "well")).toEqual([]);
  });

  it.each<[Check["name"], Partial<Facts>, string]>([
    ["registry", { registry: "not migrated" }, "wrong not_migrated"],
    ["registry", { registry: "logs statements" }, "wrong logs_statements"],
    ["registry", { registry: "keys do not open" }, "wrong keys_do_not_open"],
    ["box", { box: null }, "wrong unreachable"],
    ["box", { box: { state: "on fire", ahead: 0 } }, "wrong other"],
    ["clock", { box: { state: "well", ahead: 12.2 } }, "wrong ahead"],
    ["clock", { box: { state: "well", ahead: -4 } }, "wrong behind"],
    ["clock", { box: null }, "look unknown"],
    ["manifest", { pending: 1 }, "wrong pending"],
    ["mail", { mail: "535 no" }, "wrong failed"],
    ["jobs", { jobs: { waiting: 3, failed: 0 } }, "well waiting"],
    ["jobs", { jobs: { waiting: 3, failed: 1 } }, "look failed"],
    ["backups", { backups: { registry: null, ballot: null } }, "look never"],
    ["backups", { backups: { registry: hoursAgo(30), ballot: hoursAgo(1) } }, "look old"],
    ["backups", { backups: { registry: hoursAgo(1), ballot: null } }, "look registryOnly"],
  ])("[O30] names what is not: %s, %o", (name, facts, expected) => {
    expect(said(facts, name)).toBe(expected);
  });

  it("[O31] has a sentence for each state of each thing", () => {
    const words: Record<string, Record<string, string>> = messages.status.said;
    const facts: Partial<Facts>[] = [
      {},
      ...["unreachable", "not migrated", "logs statements", "keys do not open", "odd"].flatMap((state) => [
        { registry: state },
        { box: { state, ahead: 9 } },
        { box: { state, ahead: -9 } },
      ]),
      { box: null, pending: 2, mail: "no", jobs: { waiting: 1, failed: 0 } },
      { jobs: { waiting: 0, failed: 2 }, backups: { registry: null, ballot: null } },
      { backups: { registry: hoursAgo(40), ballot: null } },
      { backups: { registry: hoursAgo(4), ballot: null } },
    ];
    const used = new Set(
      facts.flatMap((one) => checksOf({ ...WELL, ...one }).map((check) => `${check.name}.${check.said}`)),
    );
    const written = Object.entries(words).flatMap(([name, sentences]) =>
      Object.keys(sentences).map((key) => `${name}.${key}`),
    );
    expect([...used].toSorted()).toEqual(written.toSorted());
  });
});

describe("how it is found out", () => {
  it("[O32] the ballot box says how it is, and its clock is read from its reply", async () => {
    const well = JSON.stringify({ ok: true, ballot: "well" });
    const box = await boxAt(await answering(well));
    expect(box?.state).toBe("well");
    expect(Math.abs(box?.ahead ?? 99)).toBeLessThan(3);
    const late = await boxAt(await answering(well, new Date(Date.now() - 60_000)));
    expect(Math.abs((late?.ahead ?? 0) + 60)).toBeLessThan(3);
    expect(await boxAt(await answering("<html>"))).toBeNull();
    expect(await boxAt(`http://127.0.0.1:${await freePort()}`)).toBeNull();
  });

  it("[O33] what is wrong with the mail server is told in its own words, without a password", async () => {
    const server = new SMTPServer({
      authMethods: ["PLAIN"],
      allowInsecureAuth: true,
      hideSTARTTLS: true,
      onAuth: (_auth, _session, callback) => callback(new Error("5.7.8 The account is closed")),
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
    closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo; // listens on a port
    const trouble = await mailTrouble(`smtp://us:secret-9f@127.0.0.1:${port}`);
    expect(trouble).toContain("The account is closed");
    expect(trouble).not.toContain("secret-9f");
    expect(await mailTrouble(`smtp://127.0.0.1:${port}`)).toBeNull();
    expect(await mailTrouble(`smtp://127.0.0.1:${await freePort()}`)).toBe("ECONNREFUSED");
    // One that takes the connection and says nothing.
    const mute = createTcpServer(() => undefined);
    await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
    const silent = (mute.address() as AddressInfo).port; // listens on a port
    expect(await mailTrouble(`smtp://127.0.0.1:${silent}`)).toMatch(/Greeting|ETIMEDOUT/);
    mute.close();
  });

  it("[O34] a host sees versions, size and every check, and nothing of where anything lies", async () => {
    const url = await newDatabase("registryCluster");
    const registry = connectRegistry(url);
    closing.push(() => registry.end());
    vi.stubEnv("TDT_ROLE", "registry");
    vi.stubGlobal("tdtRegistry", registry);
    await noteTaken(url, ["registry", "ballot"]);
    const BALLOT_URL = await answering(JSON.stringify({ ballot: "well" }));
    const SMTP_URL = `smtp://us:secret-9f@127.0.0.1:${await freePort()}`;
    const status = await statusOf(registry.db, new Date(), { BALLOT_URL, SMTP_URL });
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    expect(status.versions).toMatchObject({
      node: process.versions.node,
      postgresql: expect.stringMatching(/^\d/),
    });
    expect(status.size).toBeGreaterThan(1_000_000);
    expect(status.checks.filter(({ state }) => state !== "well").map(({ name }) => name)).toEqual(["mail"]);
    expect(JSON.stringify(status)).not.toMatch(/secret-9f|127\.0\.0\.1|postgres:/);
  });
});
