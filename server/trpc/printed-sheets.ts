import "server-only";
import { LRUCache } from "lru-cache";
import { canonicalJson, toBase64Url, utf8 } from "@/domain/anonymity/encoding";
import type { Language } from "@/domain/report/wording";
import type { CardSheet, QuestionnaireSheet } from "@/domain/sheets/sheet";
import { sha256 } from "@/server/hashing";
import { cardsPdf } from "@/server/render/pdf/cards-pdf";
import { questionnairePdf } from "@/server/render/pdf/questionnaire-pdf";

/** Questionnaires set lately, by a hash of what they were set from: an extension, or one more paper, makes another. */
const set = new LRUCache<string, Uint8Array>({
  maxSize: 16 * 1024 * 1024,
  sizeCalculation: ({ byteLength }) => byteLength,
});

/** A questionnaire to print, for whoever a procedure gave its sheet. A thousand who ask have it set once. */
export function printedQuestionnaire(sheet: QuestionnaireSheet, language: Language): Uint8Array<ArrayBuffer> {
  const key = toBase64Url(sha256(utf8(canonicalJson([sheet, language.locale]))));
  const pdf = set.get(key) ?? questionnairePdf(sheet, language);
  set.set(key, pdf);
  // Copied, as the bytes that are kept must not be handed away.
  return new Uint8Array(pdf);
}

/** Cards to print. They hold links, so nothing of them stays in this process. */
export const printedCards = (sheet: CardSheet, issuedAt: Date, language: Language): Uint8Array<ArrayBuffer> =>
  new Uint8Array(cardsPdf(sheet, issuedAt, language));
