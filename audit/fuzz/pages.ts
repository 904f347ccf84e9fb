import { addressesOfApp, addressWith } from "./addresses";
import { changed } from "./changes";
import type { Draft, Endpoint } from "./endpoint";
import type { FuzzStage } from "./stage";

/** The parts of an address that vary, and what is asked after it. */
type PageContent = { readonly parts: Record<string, string>; readonly query: Record<string, string> };

/** Whatever a part was made into, as a part of an address. Nothing of it may be taken for another part by our own hand. */
const partOf = (value: unknown) => encodeURIComponent(String(value).toWellFormed()).slice(0, 3_000);

function addressOf(pattern: string, content: unknown): string {
  // A content that is no longer one leads to the address of nothing.
  const { parts = {}, query = {} } = (content ?? {}) as Partial<PageContent>;
  const entries = Object.entries(Object(parts)).map(([name, value]) => [name, partOf(value)]);
  const names = [...pattern.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => [name, "undefined"]);
  const path = addressWith(pattern, Object.fromEntries([...names, ...entries]));
  const asked = Object.entries(Object(query)).map(([name, value]) => `${partOf(name)}=${partOf(value)}`);
  return asked.length === 0 ? path : `${path}?${asked.join("&")}`;
}

/** Every page, every file that is served as one, and the health report. Signed is what a host asks who is signed in. */
export function pageEndpoints({ open, drafted, cookies, roomCode }: FuzzStage): Endpoint[] {
  const hosts = { consultationId: drafted.consultationId, roundId: drafted.roundId };
  const values: Record<string, string> = {
    ...hosts,
    slug: open.slug,
    code: roomCode,
    number: "1",
    paperId: drafted.roundId,
    file: "data.csv",
    nothing: "none",
  };
  const answered = addressesOfApp().filter(({ pattern }) => !/\[trpc\]|\[\.\.\.nextauth\]/.test(pattern));
  return answered.map(({ pattern }): Endpoint => {
    const names = [...pattern.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = ""]) => name);
    const parts = Object.fromEntries(names.map((name) => [name, values[name] ?? ""]));
    const content: PageContent = {
      parts,
      query: { error: "Verification", email: "a@b.example", token: "c" },
    };
    const carrying = (value: unknown, headers = {}): Draft => ({
      method: "GET",
      address: addressOf(pattern, value),
      headers,
      body: null,
    });
    return {
      name: pattern,
      content: () => content,
      carrying,
      signed: async (_nth, change) =>
        carrying(change === null ? content : changed(content, change), { cookie: cookies.host }),
    };
  });
}
