import { afterAll, describe, expect, it, vi } from "vitest";
import { connectRegistry } from "@/db/connect";
import { actorOfSession } from "@/server/auth/actor";
import { storedToken } from "@/server/auth/hashed-sessions";
import { withoutValues } from "@/server/trpc/refusals";

const registry = connectRegistry("postgres://nobody@127.0.0.1:1/nothing");
afterAll(() => registry.end());

describe("what is asked outside of any procedure", () => {
  it("[A216] fails without a value of it in the log or in what is said", async () => {
    const logged = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const asked = actorOfSession(registry.db, "a session", new Date());
    await expect(asked).rejects.toThrow(storedToken("a session"));
    const failed = await withoutValues(asked).catch((error: unknown) => error);
    const said = `${String(failed)} ${JSON.stringify(logged.mock.calls)}`;
    logged.mockRestore();
    expect(said).toMatch(/quote reference ([0-9a-f]{8}).*\\"reference\\":\\"\1\\",\\"error\\":\\"Error/s);
    expect(said).not.toContain(storedToken("a session"));
    expect(said).not.toMatch(/select|sessions/i);
  });

  it("[A216] gives what it gives where nothing fails", async () => {
    expect(await withoutValues(Promise.resolve(1))).toBe(1);
  });
});
