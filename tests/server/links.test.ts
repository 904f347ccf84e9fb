import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { invitations, seats } from "@/db/registry/schema";
import { fromBase64Url } from "@/domain/anonymity/encoding";
import { type InvitationLink, invitationCsv } from "@/domain/consultation/invitation-csv";
import { sha256 } from "@/server/hashing";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { enrolled } from "@/tests/support/participants";
import { scene } from "@/tests/support/scene";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

/** A consultation of three seats without a link, and one whose participant may have enrolled. */
async function links({ andEnrolled = false } = {}) {
  const play = await scene(registry, ballot, andEnrolled ? 1 : 0);
  const { consultationId } = play;
  const { panel, conduct } = play.as(play.host);
  if (andEnrolled) {
    await conduct.openEnrolment({ consultationId });
    await enrolled(play, play.tokens[0] ?? "");
  }
  await panel.add({ consultationId, names: ["Kenya", "Peru", "Slovakia"] });
  const seen = async () => (await panel.seats({ consultationId })).seats;
  const idOf = async (name: string) => (await seen()).find(({ delegation }) => delegation === name)?.id ?? "";
  return {
    play,
    seen,
    idOf,
    issue: (seatIds: "all" | string[], replace = false) =>
      panel.issueLinks({ consultationId, seatIds, replace }),
    withdraw: (seatIds: string[]) => panel.withdrawLinks({ consultationId, seatIds }),
    remove: (seatId: string) => panel.remove({ consultationId, seatId }),
    add: (names: string[]) => panel.add({ consultationId, names }),
    /** Whose seat a link opens; refuses one that is not known. */
    opened: ({ link }: InvitationLink) => play.as(null).enrolment.seat({ token: tokenOf(link) }),
    stored: () =>
      registry
        .select({ hash: invitations.tokenHash })
        .from(invitations)
        .innerJoin(seats, eq(seats.id, invitations.seatId))
        .where(eq(seats.consultationId, consultationId)),
  };
}

const tokenOf = (link: string) => new URL(link).hash.slice(1);
const only = ([link]: InvitationLink[]) => {
  if (link === undefined) throw new Error("no link");
  return link;
};

describe("making links", () => {
  it("[P30] gives each link once, and stores the SHA-256 of its token alone", async () => {
    const { play, issue, stored, opened } = await links();
    const made = await issue("all");
    expect(made.map(({ delegation }) => delegation)).toEqual(["Kenya", "Peru", "Slovakia"]);
    for (const { link } of made)
      expect(link).toMatch(
        new RegExp(`^https://tour-de-table\\.example/c/${play.slug}/join#[A-Za-z0-9_-]{22}$`),
      );
    const tokens = made.map(({ link }) => tokenOf(link));
    expect(new Set(tokens).size).toBe(3);
    const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
    const hashes = (await stored()).map(({ hash }) => hex(hash)).sort();
    expect(hashes).toEqual(tokens.map((token) => hex(sha256(fromBase64Url(token)))).sort());
    expect(await opened(only(made))).toMatchObject({ delegation: "Kenya" });
  });

  it("[P31] makes links for all that have not enrolled, or for chosen seats", async () => {
    const { issue, idOf, seen } = await links({ andEnrolled: true });
    expect(await issue([await idOf("Peru")])).toHaveLength(1);
    expect((await seen()).filter(({ invited }) => invited).map(({ delegation }) => delegation)).toEqual([
      "Delegation 1",
      "Peru",
    ]);
    expect((await issue("all")).map(({ delegation }) => delegation)).toEqual(["Kenya", "Peru", "Slovakia"]);
  });

  it("[P31] makes none where nobody is to be invited", async () => {
    const play = await scene(registry, ballot, 0);
    const { panel } = play.as(play.host);
    const request = { consultationId: play.consultationId, seatIds: "all", replace: false } as const;
    await expect(panel.issueLinks(request)).rejects.toThrow("No link was made.");
  });

  it("[P32] leaves earlier links valid, unless they are replaced", async () => {
    const { issue, idOf, opened } = await links();
    const kenya = [await idOf("Kenya")];
    const first = only(await issue(kenya));
    const second = only(await issue(kenya));
    const other = only(await issue([await idOf("Peru")]));
    for (const link of [first, second]) expect(await opened(link)).toMatchObject({ delegation: "Kenya" });
    const third = only(await issue(kenya, true));
    for (const link of [first, second]) await expect(opened(link)).rejects.toThrow("not known");
    expect(await opened(third)).toMatchObject({ delegation: "Kenya" });
    expect(await opened(other)).toMatchObject({ delegation: "Peru" });
  });

  it("[P33] knows no link that has been withdrawn, nor one of a seat that has been removed", async () => {
    const { issue, idOf, withdraw, remove, opened, seen } = await links();
    const [kenya, peru, slovakia] = await issue("all");
    if (kenya === undefined || peru === undefined || slovakia === undefined) throw new Error("no links");
    await withdraw([await idOf("Kenya")]);
    await remove(await idOf("Peru"));
    for (const link of [kenya, peru]) await expect(opened(link)).rejects.toThrow("not known");
    expect(await opened(slovakia)).toMatchObject({ delegation: "Slovakia" });
    expect((await seen()).map(({ delegation, invited }) => [delegation, invited])).toEqual([
      ["Kenya", false],
      ["Slovakia", true],
    ]);
  });
});

describe("what is refused", () => {
  it("[P34] a seat that has enrolled keeps its seat and its link, and so do those chosen with it", async () => {
    const { idOf, issue, withdraw, remove, stored, seen } = await links({ andEnrolled: true });
    const [taken, free] = [await idOf("Delegation 1"), await idOf("Kenya")];
    await issue([free]);
    const acts = [
      () => issue([taken, free]),
      () => issue([free, taken], true),
      () => withdraw([taken, free]),
      () => remove(taken),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow("Delegation 1 has enrolled.");
    expect(await stored()).toHaveLength(2);
    expect(await seen()).toHaveLength(4);
    expect((await seen()).filter((seat) => seat.enrolled).map(({ delegation }) => delegation)).toEqual([
      "Delegation 1",
    ]);
  });

  it("[P35] a seat that is gone, or of another consultation, refuses the whole choice", async () => {
    const [here, elsewhere] = [await links(), await links()];
    const kenya = await here.idOf("Kenya");
    for (const stranger of [randomUUID(), await elsewhere.idOf("Peru")]) {
      const acts = [
        () => here.issue([kenya, stranger]),
        () => here.withdraw([stranger]),
        () => here.remove(stranger),
      ];
      for (const act of acts) await expect(act()).rejects.toThrow("no longer on the panel");
    }
    expect([await here.stored(), await elsewhere.stored()]).toEqual([[], []]);
    expect(await elsewhere.seen()).toHaveLength(3);
  });
});

describe("the file for a mail merge", () => {
  it("[P36] guards against formulas, doubles quotation marks and begins with a byte order mark", () => {
    const link = "https://tour-de-table.example/c/a/join#-x";
    const names = ["Côte d’Ivoire", 'The "Forum", Geneva', "=1+1", "+1", "-1", "@SUM(A1)", "\tx"];
    expect(invitationCsv(names.map((delegation) => ({ delegation, link }))).split("\r\n")).toEqual([
      '\uFEFF"delegation","link"',
      `"Côte d’Ivoire","${link}"`,
      `"The ""Forum"", Geneva","${link}"`,
      `"'=1+1","${link}"`,
      `"'+1","${link}"`,
      `"'-1","${link}"`,
      `"'@SUM(A1)","${link}"`,
      `"'\tx","${link}"`,
      "",
    ]);
  });
});
