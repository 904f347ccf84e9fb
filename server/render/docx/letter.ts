import "server-only";
import {
  AlignmentType,
  Document,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from "docx";
import { dateWords } from "@/domain/consultation/moment";
import type { Edition } from "@/domain/edition/edition";
import { runningNotices } from "@/domain/edition/front";
import type { Letter } from "@/domain/letter/letter";
import type { Language } from "@/domain/report/wording";
import { packed } from "./package";
import { pages } from "./running";
import { numbering, PAGE, STYLE, stylesFor } from "./styles";
import { paragraph, run, type Setting, settingOf } from "./text";

/**
 * A letter of transmittal as a Word document. It has no emblem and no document symbol: those are the addressee's to give.
 * `edition` is the one that it transmits.
 */
export async function letterDocx(letter: Letter, edition: Edition, language: Language): Promise<Uint8Array> {
  const setting = settingOf(language);
  const senders = letter.signatories.map(({ mission }) => mission).join(", ");
  const say = (key: string, values: Record<string, string>) =>
    language.translate(`reportFiles.letter.${key}`, values);
  const document = new Document({
    title: say("title", { subject: letter.subject }),
    subject: letter.subject,
    creator: senders,
    description: language.translate("reportFiles.description", {
      subject: edition.report.subject,
      address: edition.address,
    }),
    lastModifiedBy: senders,
    styles: stylesFor(language.locale),
    numbering,
    sections: [
      {
        ...pages(runningNotices(edition, language), setting),
        children: [
          ...head(letter, setting),
          ...body(letter, setting),
          signatories(letter, setting),
          annex(letter),
        ],
      },
    ],
  });
  return packed(document, edition.publishedAt);

  function annex({ annex: title }: Letter): Paragraph {
    return paragraph(null, [run(say("annex", { annex: title }), setting)], setting, {
      spacing: { before: 480 },
    });
  }

  function head(
    { reference, place, date, addressee, subject, agendaItem }: Letter,
    of: Setting,
  ): Paragraph[] {
    const dated = dateWords(`${date}T12:00:00.000Z`, "UTC", language.locale);
    const line = (text: string, before = 0, bold = false) =>
      paragraph(null, [run(text, of, bold ? STYLE.strong : undefined)], of, {
        spacing: { before, after: 0 },
      });
    return [
      paragraph(null, [run(say("placeAndDate", { place, date: dated }), of)], of, {
        alignment: AlignmentType.END,
      }),
      ...(reference === "" ? [] : [line(say("reference", { reference }))]),
      ...addressee.map((text, index) => line(text, index === 0 ? 360 : 0)),
      line(say("subject", { subject }), 360, true),
      ...(agendaItem === "" ? [] : [line(say("agendaItem", { item: agendaItem }), 60)]),
    ];
  }
}

function body({ salutation, paragraphs, closing }: Letter, setting: Setting): Paragraph[] {
  const spaced = (text: string, before: number, keepNext = false) =>
    paragraph(null, [run(text, setting)], setting, { spacing: { before, after: 120 }, keepNext });
  return [spaced(salutation, 360), ...paragraphs.map((text) => spaced(text, 60)), spaced(closing, 240, true)];
}

const NO_BORDER = { style: "none", size: 0, color: "auto" } as const;
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

/** Two to a row, with room for a signature above each name. */
function signatories({ signatories: all }: Letter, setting: Setting): Table {
  const width = Math.floor(PAGE.text / 2);
  const line = (text: string, style: string | undefined, before: number) =>
    paragraph(null, [run(text, setting, style)], setting, { spacing: { before, after: 0 } });
  const cell = (at: number) => {
    const signatory = all[at];
    const children =
      signatory === undefined
        ? [paragraph(null, [], setting)]
        : [
            line(signatory.name, STYLE.strong, 900),
            line(signatory.title, undefined, 0),
            line(signatory.mission, undefined, 0),
          ];
    return new TableCell({
      children,
      margins: { left: 0, right: 0 },
      width: { size: width, type: WidthType.DXA },
    });
  };
  const rows = Array.from(
    { length: Math.ceil(all.length / 2) },
    (_, row) => new TableRow({ cantSplit: true, children: [cell(2 * row), cell(2 * row + 1)] }),
  );
  return new Table({
    rows,
    width: { size: PAGE.text, type: WidthType.DXA },
    columnWidths: [width, width],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    ...(setting.rightToLeft ? { visuallyRightToLeft: true } : {}),
  });
}
