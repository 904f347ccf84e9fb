import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { invitationCsv } from "@/domain/consultation/invitation-csv";
import { MOST_CARDS } from "@/domain/sheets/sheet";
import { cardsPdf } from "@/server/render/pdf/cards-pdf";
import { baselinesOf } from "@/tests/support/baselines-on-page";
import { codesOf } from "@/tests/support/codes-on-page";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { readPdf } from "@/tests/support/pdf";
import { language } from "@/tests/support/report-facts";
import { scene } from "@/tests/support/scene";
import { cardSheet } from "@/tests/support/sheets";

const registry = await registryDatabase();
const ballot = await ballotDatabase();

const ISSUED = new Date("2026-11-26T10:00:00Z");
const EIGHT = { columns: 2, rows: 4 };
const tokenOf = (link: string) => new URL(link).hash.slice(1);
const plain = (text: string) => text.normalize("NFKC").replaceAll(/[\s\p{Mn}]/gu, "");

describe("invitation cards", () => {
  it("[B31] stand eight to a page, each with a code that a camera reads as the link of its own delegation", async () => {
    const sheet = cardSheet(11);
    const pages = await codesOf(cardsPdf(sheet, ISSUED, language), EIGHT);
    expect(pages).toHaveLength(2);
    const links = sheet.cards.map(({ link }) => link);
    expect(pages.flat()).toEqual([...links, ...Array(5).fill(null)]);
  });

  it("[B31] are still read with the longest address and title that a consultation can have", async () => {
    const title = "Of the longest title that a consultation may be given by its hosts "
      .repeat(3)
      .slice(0, 200);
    const address = `https://consultations.permanent-mission.example.org/c/${"a-long-title-".repeat(6).slice(0, 60)}`;
    const cards = cardSheet(8).cards.map((card) => ({
      ...card,
      delegation: "United Kingdom of Great Britain and Northern Ireland",
      link: `${address}/join#${tokenOf(card.link)}`,
    }));
    const sheet = cardSheet(8, { title, address, cards });
    const pdf = cardsPdf(sheet, ISSUED, language);
    const pages = await codesOf(pdf, EIGHT);
    expect(pages).toEqual([cards.map(({ link }) => link)]);
  });

  it.each(["short", "the longest"])(
    "[P60] no line of a card stands over another or beyond the cut, and none breaks what is typed letter by letter: %s",
    async (size) => {
      const long = size !== "short";
      const address = `https://consultations.mission.example.org/c/${long ? "a-long-title-".repeat(6).slice(0, 60) : "reform"}`;
      const several = cardSheet(8);
      const cards = several.cards.map((card, index) => ({
        delegation: long ? "Organization for Security and Co-operation in Europe" : card.delegation,
        place: long ? 20 : 1 + (index % 2),
        link: `${address}/join#${tokenOf(card.link)}`,
      }));
      // What of a longer title is cut off still stands in the file, unseen.
      const title = "Reform";
      // A round in draft has both of its times on the card, here in a zone of a long name.
      const zone = { stage: "draft", timeZone: "America/Argentina/Rio_Gallegos" };
      const round = { ...several.round, ...zone } as typeof several.round;
      const pdf = cardsPdf(cardSheet(8, { title, address, cards, round }), ISSUED, language);
      const { height, places } = await baselinesOf(pdf, EIGHT);
      for (const lines of places) {
        const apart = lines.slice(1).map((line, index) => line - (lines[index] ?? 0));
        expect(Math.min(...apart)).toBeGreaterThan(7);
        expect(lines[0]).toBeGreaterThan(15);
        expect(lines.at(-1)).toBeLessThan(height - 10);
      }
      const printed = (await readPdf(pdf)).pages.join("\n");
      for (const { link } of cards) expect(printed).toContain(`#${tokenOf(link)}`);
    },
  );

  it("[P60] the last part of a link has no letter moved from its place towards another", async () => {
    const tokens = ["54I30n0g608fVgozF6PebA", "fTfVfWfYrTVoWoYoTaAVAW", "fiflffiffftyFiFlTjfjfk"];
    const { cards } = cardSheet(3);
    const moved = cards.map((card, index) => ({
      ...card,
      link: `${card.link.split("#")[0]}#${tokens[index]}`,
    }));
    const printed = (await readPdf(cardsPdf(cardSheet(3, { cards: moved }), ISSUED, language))).pages.join(
      "",
    );
    for (const token of tokens) expect(printed).toContain(`#${token} `);
  });

  it("[B32] say whose they are, the consultation, the link, the fingerprint, the deadline with its zone, and that they are for one delegation until it has enrolled", async () => {
    const sheet = cardSheet(7);
    const { pages, bookmarks, metadata, tagged } = await readPdf(cardsPdf(sheet, ISSUED, language));
    const said = plain(pages.join(""));
    expect(metadata).toMatchObject({
      "pdfuaid:part": "1",
      "dc:title": "On defence sector reform: invitation cards",
    });
    expect(bookmarks.map(({ title }) => title)).toEqual(sheet.cards.map(({ delegation }) => delegation));
    for (const { link } of sheet.cards) expect(said).toContain(plain(link));
    for (const [sentence, times] of [
      ["On defence sector reform", 7],
      ["Fingerprint: abandon ability able about above absent", 7],
      ["Round 1 closes: Thursday 17 December 2026, 18:00 in New York (UTC−5) (23:00 UTC)", 7],
      ["For this delegation only. Keep it until you have enrolled.", 7],
    ] as const)
      expect(said.split(plain(sentence)).length - 1, sentence).toBe(times);
    const alts = tagged.filter(({ role }) => role === "Figure").map(({ alt }) => alt);
    expect(alts[0]).toBe("QR code of the link for Malaysia");
    const planned = cardSheet(1, { round: { ...cardSheet(1).round, stage: "draft" } as never }); // the round of the sheet
    const before = await readPdf(cardsPdf(planned, ISSUED, language));
    expect(plain(before.pages.join(""))).toContain(
      plain("Round 1 opens: Thursday 3 December 2026, 09:00 in New York"),
    );
    const second = cardSheet(1);
    const several = { ...second, cards: second.cards.map((card) => ({ ...card, place: 2 })) };
    expect((await readPdf(cardsPdf(several, ISSUED, language))).pages[0]).toContain("Malaysia, seat 2");
  });
});

/** A consultation with enrolment open, and links that its host has just made. */
async function invited() {
  const play = await scene(registry, ballot, 3);
  const { consultationId, host } = play;
  const { panel, sheets, conduct } = play.as(host);
  const links = await panel.issueLinks({ consultationId, seatIds: "all", replace: false });
  const tokens = links.map(({ link }) => tokenOf(link));
  return {
    ...{ play, links, tokens, panel },
    openEnrolment: () => conduct.openEnrolment({ consultationId }),
    cards: (asked: readonly string[]) => sheets.cards({ consultationId, tokens: [...asked] }),
  };
}

describe("links that are sent back for cards", () => {
  it("[B33] give the cards of their seats by the panel's own names, in the order of the links, and nothing of them is kept", async () => {
    const { links, tokens, cards, openEnrolment, play } = await invited();
    await openEnrolment();
    const before = await rowCounts();
    const sheet = await cards(tokens);
    expect(sheet.cards.map(({ delegation, link }) => ({ delegation, link }))).toEqual(links);
    expect(sheet.fingerprint).toHaveLength(6);
    expect(sheet.round).toMatchObject({ number: 1, stage: "draft" });
    expect(await rowCounts()).toEqual(before);
    const everything = await registry.execute(sql`
      SELECT coalesce(string_agg(a::text, ' '), '') AS text FROM audit_entries a`);
    for (const token of tokens) expect(String(everything[0]?.text)).not.toContain(token);
    expect(play.slug).toBe(new URL(sheet.address).pathname.split("/").at(-1));
  });

  it("[B34] are refused together where one leads to no seat of this consultation any more, and before enrolment has opened", async () => {
    const { tokens, cards, openEnrolment, panel, play } = await invited();
    await expect(cards(tokens)).rejects.toThrow("which come with the opening of enrolment");
    await openEnrolment();
    const other = await invited();
    await other.openEnrolment();
    await expect(cards([...tokens, ...other.tokens])).rejects.toThrow(
      "3 of these links are not valid any more",
    );
    await expect(cards([...tokens, "A".repeat(22)])).rejects.toThrow(
      "one of these links is not valid any more",
    );
    await panel.issueLinks({ consultationId: play.consultationId, seatIds: "all", replace: true });
    await expect(cards(tokens)).rejects.toThrow("3 of these links are not valid any more. Make new links");
  });

  it("[B35] make at most two hundred cards to a file", async () => {
    const { cards, openEnrolment } = await invited();
    await openEnrolment();
    const many = Array.from({ length: MOST_CARDS + 1 }, () => "A".repeat(22));
    await expect(cards(many)).rejects.toThrow("That request could not be read.");
    await expect(cards(["not a token"])).rejects.toThrow("That request could not be read.");
    expect(cardsPdf(cardSheet(MOST_CARDS), ISSUED, language).byteLength).toBeLessThan(4_000_000);
  });

  it("[B36] go into a file for a mail merge as well, a line to each delegation, and nothing in it is taken for a formula", async () => {
    const { links } = await invited();
    const csv = invitationCsv([
      ...links,
      { delegation: '=cmd|" /C calc"', link: "https://x.example/c/y/join#z" },
    ]);
    const [head, ...lines] = csv.replace("\ufeff", "").trimEnd().split("\r\n");
    expect(head).toBe('"delegation","link"');
    expect(lines.slice(0, 3)).toEqual(links.map(({ delegation, link }) => `"${delegation}","${link}"`));
    expect(lines[3]).not.toMatch(/^"=/);
  });
});

async function rowCounts() {
  const rows = await registry.execute<{ of: string; many: string }>(sql`
    SELECT relname AS of, (xpath('/row/c/text()', query_to_xml(format('SELECT count(*) AS c FROM %I', relname), false, true, '')))[1]::text AS many
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`);
  return rows.map(({ of, many }) => `${of}: ${many}`);
}
