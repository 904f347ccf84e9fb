import { toMarkdown } from "@/domain/report/markdown";
import type { Language } from "@/domain/report/wording";
import type { Edition } from "./edition";
import { frontOfEdition } from "./front";

/** An edition as Markdown: its report, opened by what the edition is. */
export const editionMarkdown = (edition: Edition, language: Language): string =>
  toMarkdown(edition.report, edition, language, frontOfEdition(edition, language));
