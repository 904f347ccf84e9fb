import { randomBytes } from "node:crypto";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { POST as ballotDoor } from "@/app/api/ballot/[trpc]/route";
import { POST as closingDoor } from "@/app/api/closing/[trpc]/route";
import { POST as registryDoor, GET as registryGet } from "@/app/api/trpc/[trpc]/route";
import { connectBallot } from "@/db/connect";
import { newDatabase } from "@/tests/support/databases";
import { environmentAt } from "@/tests/support/environment";

const ORIGIN = "https://tour-de-table.example";
const ballot = connectBallot(await newDatabase("ballotCluster"));
afterAll(() => ballot.end());

const VARIABLES = environmentAt(ORIGIN);
beforeEach(() => {
  for (const [name, value] of Object.entries(VARIABLES)) vi.stubEnv(name, value);
  vi.stubGlobal("tdtBallot", ballot);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const roundId = "0b1e3a52-8c74-4f0d-9a35-2b5f1f6d7e11";
const challenge = JSON.stringify({ roundId, key: randomBytes(32).toString("base64url") });

/** A request to the box as a participant's page makes it, but for these headers. */
function toTheBox(headers: Record<string, string> = {}, body = challenge, address = "challenge"): Request {
  const usual = { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
  return new Request(`${ORIGIN}/api/ballot/${address}`, {
    method: "POST",
    headers: { ...usual, ...headers },
    body,
  });
}
async function refusalOf(response: Response): Promise<[number, unknown]> {
  const { error } = await response.json();
  return [response.status, error?.data?.refusal];
}

describe("the door of the ballot box", () => {
  it("[A91] takes JSON from whoever says nothing of themselves", async () => {
    const response = await ballotDoor(toTheBox());
    expect(response.status).toBe(200);
    expect((await response.json()).result.data.challenge).toMatch(/^\d+\.[\w-]{22}\.[\w-]{43}$/);
    expect([...response.headers.keys()]).not.toContain("set-cookie");
  });

  it.each(["cookie", "authorization"])(
    "[A92] refuses a %s, empty or not, and reads nothing",
    async (header) => {
      for (const value of ["session=1", ""]) {
        const request = toTheBox({ [header]: value });
        expect(await refusalOf(await ballotDoor(request))).toEqual([400, "identity_refused"]);
        expect(request.bodyUsed).toBe(false);
      }
    },
  );

  it("[A93] refuses any content but JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
      expect(await refusalOf(await ballotDoor(toTheBox({ "content-type": type })))).toEqual([
        415,
        "malformed_request",
      ]);
  });

  it("[A94] refuses more than a response can be, and what does not say how much it is, before reading it", async () => {
    const request = toTheBox({ "content-length": "262145" });
    expect(await refusalOf(await ballotDoor(request))).toEqual([413, "malformed_request"]);
    expect(request.bodyUsed).toBe(false);
    const silent = toTheBox();
    silent.headers.delete("content-length");
    expect(await refusalOf(await ballotDoor(silent))).toEqual([413, "malformed_request"]);
  });

  it("[A95] takes one call at a time, so that none is seen to belong with another", async () => {
    const both = JSON.stringify({ 0: JSON.parse(challenge), 1: JSON.parse(challenge) });
    const response = await ballotDoor(toTheBox({}, both, "challenge,challenge?batch=1"));
    expect(response.status).toBe(400);
  });

  it("[A96] gives nothing of a response in an address, since it knows no other method than POST", async () => {
    expect(Object.keys(await import("@/app/api/ballot/[trpc]/route"))).toEqual(["POST"]);
  });

  it("[A97] answers what it cannot read with a sentence, and logs nothing of it", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    for (const body of ["{", "[]", "null", JSON.stringify({ roundId: "canary" })])
      expect((await refusalOf(await ballotDoor(toTheBox({}, body))))[1]).toBe("malformed_request");
    expect(logged).not.toHaveBeenCalled();
    logged.mockRestore();
  });
});

describe("the doors of the registry and of the close", () => {
  const from = (path: string, headers: Record<string, string>) =>
    new Request(`${ORIGIN}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": "2", ...headers },
      body: "{}",
    });
  const doors = [
    ["registry", "/api/trpc/nothing.there", registryDoor],
    ["close", "/api/closing/nothing.there", closingDoor],
  ] as const;
  const elsewhere: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: ORIGIN },
    { "sec-fetch-site": "none" },
  ];
  const ours: Record<string, string>[] = [{ origin: ORIGIN }, { "sec-fetch-site": "same-origin" }, {}];

  it.each(doors)("[H67] %s: a change that another site asks for is refused", async (_, path, door) => {
    for (const headers of elsewhere) expect((await door(from(path, headers))).status).toBe(403);
    for (const headers of ours) expect((await door(from(path, headers))).status).not.toBe(403);
  });

  it.each(doors)(
    "[H68] %s: what is longer than anything it takes is refused unread",
    async (_, path, door) => {
      const long = from(path, { origin: ORIGIN, "content-length": "4194305" });
      expect(await refusalOf(await door(long))).toEqual([413, "malformed_request"]);
      expect(long.bodyUsed).toBe(false);
    },
  );

  it.each(doors)("[A208] %s: any content but JSON is refused", async (_, path, door) => {
    for (const type of ["text/plain", "multipart/form-data; boundary=x", "application/jsonx", ""]) {
      const asked = from(path, { origin: ORIGIN, "content-type": type });
      expect(await refusalOf(await door(asked))).toEqual([415, "malformed_request"]);
      expect(asked.bodyUsed).toBe(false);
    }
  });

  it("[A209] one request to the close holds one call", async () => {
    const both = await closingDoor(from("/api/closing/nothing.there,nothing.there?batch=1", {}));
    expect([both.status, (await refusalOf(both))[1]]).toEqual([400, "malformed_request"]);
  });

  it("[S24] each answers only in a process that serves its side", async () => {
    const answers = async (role: string) => {
      vi.stubEnv("TDT_ROLE", role);
      const [, closing] = doors;
      const responses = [
        await ballotDoor(toTheBox({ cookie: "a=b" })),
        await registryDoor(from("/api/trpc/x", { origin: "null" })),
        await closingDoor(from(closing[1], { origin: "null" })),
      ];
      return responses.map(({ status }) => status !== 404);
    };
    expect(await answers("ballot")).toEqual([true, false, false]);
    expect(await answers("registry")).toEqual([false, true, false]);
    expect(await answers("closing")).toEqual([false, false, true]);
    expect(await answers("all")).toEqual([true, true, true]);
    vi.stubEnv("TDT_ROLE", "ballot");
    expect((await registryGet(new Request(`${ORIGIN}/api/trpc/manifest.log`))).status).toBe(404);
  });
});
