import type { Edition } from "@/domain/edition/edition";
import type { Language } from "@/domain/report/wording";
import { reportPdf } from "@/server/render/pdf/report-pdf";

type Form = (edition: Edition, language: Language) => Uint8Array | Promise<Uint8Array>;

/** The forms of a report that are made on demand and take long enough to be measured. */
export const FORMS = { pdf: reportPdf } satisfies Record<string, Form>;
