import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { MOST_CARDS } from "@/domain/sheets/sheet";
import { reportDocx } from "@/server/render/docx/report";
import { cardsPdf } from "@/server/render/pdf/cards-pdf";
import { questionnairePdf } from "@/server/render/pdf/questionnaire-pdf";
import { reportPdf } from "@/server/render/pdf/report-pdf";
import { annexXlsx } from "@/server/render/xlsx";
import { cardSheet, questionnaireSheet } from "@/tests/support/sheets";

type Form = (edition: Edition, language: Language) => Uint8Array | Promise<Uint8Array>;

/**
 * What is made on demand and takes long enough to be measured: the forms of a report, and of no edition the paper's own
 * questionnaire and the most cards of one file.
 */
export const FORMS: Readonly<Record<string, Form>> = {
  pdf: reportPdf,
  docx: reportDocx,
  xlsx: annexXlsx,
  questionnaire: (_, language) => questionnairePdf(questionnaireSheet(), language),
  cards: (_, language) => cardsPdf(cardSheet(MOST_CARDS), new Date("2026-11-26"), language),
};
