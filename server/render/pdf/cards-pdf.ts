import "server-only";
import encodeQR from "qr";
import type { Language } from "@/domain/report/wording";
import { pathOfModules } from "@/domain/sheets/modules";
import type { CardSheet, InvitationCard } from "@/domain/sheets/sheet";
import { dayIn, languageParts, say } from "./say";
import { momentIn } from "./sheet-head";
import { setAsPdf } from "./typst";

const TO_A_PAGE = 8;

/** Modules of white around a code, as its standard asks for. */
const QUIET = 4;

/** A link as a QR code in SVG; a quarter of a damaged code can still be read (level M restores 15 % of its words). */
function codeOf(link: string): string {
  const rows = encodeQR(link, "raw", { ecc: "medium", border: QUIET });
  const size = rows.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${pathOfModules(rows)}"/></svg>`;
}

/** Invitation cards as PDF/UA-1, eight to a page with lines to cut along. The same data gives the same bytes. */
export function cardsPdf(sheet: CardSheet, issuedAt: Date, language: Language): Uint8Array {
  const { title, coHosts, fingerprint, round, cards } = sheet;
  const of = (key: string, values: Parameters<typeof say>[2] = {}) =>
    say(language, `invitationCards.${key}`, values);
  const set = ({ delegation, place, link }: InvitationCard) => {
    const named = place === 1 ? delegation : of("seat", { delegation, place });
    return { delegation: named, link, code: codeOf(link), alt: of("qr", { delegation: named }) };
  };
  const pages = Array.from({ length: Math.ceil(cards.length / TO_A_PAGE) }, (_, page) =>
    cards.slice(page * TO_A_PAGE, (page + 1) * TO_A_PAGE).map(set),
  );
  return setAsPdf("cards", {
    ...languageParts(language),
    title: of("documentTitle", { title }),
    authors: coHosts,
    date: dayIn(issuedAt.toISOString(), round?.timeZone ?? "UTC"),
    consultation: title,
    eyebrow: of("eyebrow"),
    scan: of("scan"),
    fingerprint: { label: of("fingerprint"), words: (fingerprint ?? []).join(" ") },
    times:
      round === null
        ? []
        : [
            ...(round.stage === "draft"
              ? [`${of("opens", { number: round.number })}: ${momentIn(round, round.opensAt, language)}`]
              : []),
            `${of("closes", { number: round.number })}: ${momentIn(round, round.closesAt, language)}`,
          ],
    oneOnly: of("oneOnly"),
    pages,
  });
}
