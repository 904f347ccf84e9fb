import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { reportDocx } from "@/server/render/docx/report";
import { reportPdf } from "@/server/render/pdf/report-pdf";
import { annexXlsx } from "@/server/render/xlsx";

type Form = (edition: Edition, language: Language) => Uint8Array | Promise<Uint8Array>;

/** The forms of a report that are made on demand and take long enough to be measured. */
export const FORMS: Readonly<Record<string, Form>> = { pdf: reportPdf, docx: reportDocx, xlsx: annexXlsx };
