import { dateWords } from "@/domain/consultation/moment";
import type { Publication, Report } from "./document";
import type { Language } from "./wording";

/** One entry of the imprint: a line, a list of names, or an address to be followed. */
export type ImprintEntry = {
  readonly kind: "line" | "list" | "address";
  readonly label: string;
  readonly values: readonly string[];
};

/** What stands before the first section of every form, apart from title and subject. */
export type Front = {
  /** What a reader must know before anything else: withdrawn, corrected, not signed. */
  readonly notices: readonly string[];
  readonly imprint: readonly ImprintEntry[];
};

/** Who publishes a report, when, and where it is read. */
export function frontOf(
  { coHosts, timeZone }: Report,
  { publishedAt, address }: Publication,
  { translate, locale }: Language,
): Front {
  const say = (key: string, values: Record<string, string> = {}) => translate(`reportPage.${key}`, values);
  const date = dateWords(publishedAt, timeZone, locale);
  return {
    notices: [],
    imprint: [
      { kind: "list", label: say("coHosts"), values: coHosts },
      { kind: "line", label: say("status"), values: [say("published", { date })] },
      { kind: "address", label: say("address"), values: [address] },
    ],
  };
}
