import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { boxLog, log } from "@/server/log";

/** What is written of this, line by line. */
function written(work: () => void): Record<string, unknown>[] {
  const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  work();
  const lines = logged.mock.calls.map(([line]) => String(line));
  logged.mockRestore();
  // One object in JSON for each line.
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const failed = Object.assign(new Error("Failed query: insert … params: Kenya"), {
  cause: Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (name)=(Kenya)" }),
});

describe("the log of the server", () => {
  it("[O24] is one line of JSON for each event, and says of an error where it was and no value", () => {
    const [bug, warning] = written(() => {
      log.failed("bug", failed, { reference: "1a2b3c4d" });
      log.warn("mail failed", { code: "ECONNREFUSED" });
    });
    expect(bug).toMatchObject({ level: "error", event: "bug", reference: "1a2b3c4d", error: "Error 23505" });
    expect(bug?.trace).toEqual(expect.arrayContaining([expect.stringMatching(/^at /)]));
    expect(warning).toMatchObject({ level: "warn", event: "mail failed", code: "ECONNREFUSED" });
    expect(JSON.stringify([bug, warning])).not.toMatch(/Kenya|insert|duplicate/);
    expect(Number.isNaN(Date.parse(String(bug?.time)))).toBe(false);
  });

  it("[O25] of the ballot box says when of nothing", () => {
    const [bug] = written(() => boxLog.failed("bug", failed, { reference: "1a2b3c4d" }));
    expect(Object.keys(bug ?? {}).toSorted()).toEqual(["error", "event", "level", "reference", "trace"]);
  });

  it("[O26] is the only one: nothing that is served writes to the console by itself", () => {
    // A host's console in the room is another.
    const speaking = ["app", "domain", "db", "server"].flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${room}/${name}`)
        .filter((file) => /(?<!\broom\.)\bconsole\.\w+\(/.test(readFileSync(file, "utf8"))),
    );
    expect(speaking).toEqual([]);
  });
});
