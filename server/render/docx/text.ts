import "server-only";
import { type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import { type Message, marked } from "@/domain/findings/message";
import type { Wording } from "@/domain/report/document";
import { type Language, worded } from "@/domain/report/wording";
import { isRightToLeft } from "../direction";
import { STYLE } from "./styles";

/** How a document is set: in which words, and from which side. */
export type Setting = { readonly language: Language; readonly rightToLeft: boolean };

export const settingOf = (language: Language): Setting => ({
  language,
  rightToLeft: isRightToLeft(language.locale),
});

// Control characters that no text holds, so that only the words of the ladder are set apart.
const OPEN = "\u0001";
const CLOSE = "\u0002";

/** Text as one run. */
export const run = (text: string, { rightToLeft }: Setting, style?: string): TextRun =>
  new TextRun({ text, ...(rightToLeft ? { rightToLeft } : {}), ...(style === undefined ? {} : { style }) });

/** A sentence with the words of the ladder emphasised. */
function sentenceRuns(message: Message, setting: Setting): TextRun[] {
  const sentence = marked(message, setting.language.translate, (chunks) => `${OPEN}${chunks}${CLOSE}`);
  return sentence.split(OPEN).flatMap((piece, index) => {
    if (index === 0) return piece === "" ? [] : [run(piece, setting)];
    const [phrase = "", rest = ""] = piece.split(CLOSE);
    return [run(phrase, setting, STYLE.emphasis), ...(rest === "" ? [] : [run(rest, setting)])];
  });
}

/** Whole sentences, one after another. */
export const sentencesRuns = (sentences: readonly Message[], setting: Setting): TextRun[] =>
  sentences.flatMap((message, index) => [
    ...(index === 0 ? [] : [run(" ", setting)]),
    ...sentenceRuns(message, setting),
  ]);

/** Hosts' words or a moment as one run; a message with its emphasis. */
export const wordingRuns = (wording: Wording, setting: Setting): TextRun[] =>
  typeof wording !== "string" && "key" in wording
    ? sentenceRuns(wording, setting)
    : [run(worded(wording, setting.language), setting)];

/** A paragraph in the direction of its document. */
export function paragraph(
  style: string | null,
  children: readonly ParagraphChild[],
  { rightToLeft }: Setting,
  more: Omit<IParagraphOptions, "children" | "style" | "bidirectional"> = {},
): Paragraph {
  return new Paragraph({
    ...more,
    ...(style === null ? {} : { style }),
    ...(rightToLeft ? { bidirectional: true } : {}),
    children,
  });
}
