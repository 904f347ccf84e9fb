import "server-only";
import {
  Document,
  ExternalHyperlink,
  HeadingLevel,
  InternalHyperlink,
  type Paragraph,
  Tab,
  TextRun,
} from "docx";
import type { Edition } from "@/domain/edition/edition";
import { frontOfEdition, runningNotices } from "@/domain/edition/front";
import type { Report } from "@/domain/report/document";
import type { ImprintEntry } from "@/domain/report/imprint";
import type { Language } from "@/domain/report/wording";
import { anchorOf, numberedIn, sectionParts } from "./blocks";
import { packed } from "./package";
import { pages } from "./running";
import { numbering, STYLE, stylesFor } from "./styles";
import { paragraph, run, type Setting, settingOf, wordingRuns } from "./text";

/** An edition's report as a Word document: real styles, headings, numbered paragraphs, footnotes, tables with heads. */
export async function reportDocx(edition: Edition, language: Language): Promise<Uint8Array> {
  const { report, publishedAt, address } = edition;
  const setting = settingOf(language);
  const numbered = await numberedIn(report, language);
  const document = new Document({
    title: report.title,
    subject: report.subject,
    creator: report.coHosts.join(", "),
    description: language.translate("reportFiles.description", { subject: report.subject, address }),
    lastModifiedBy: report.coHosts.join(", "),
    styles: stylesFor(language.locale),
    numbering,
    footnotes: Object.fromEntries(
      numbered.notes.map(({ attribution }, index) => [
        String(index + 1),
        { children: [paragraph("FootnoteText", [run(attribution, setting)], setting)] },
      ]),
    ),
    sections: [
      {
        ...pages(runningNotices(edition, language), setting),
        children: [
          ...opening(edition, setting),
          ...contents(report, setting),
          ...report.sections.flatMap((section) => sectionParts(section, numbered, setting)),
        ],
      },
    ],
  });
  return packed(document, publishedAt);
}

function opening(edition: Edition, setting: Setting): Paragraph[] {
  const { report } = edition;
  const { notices, imprint } = frontOfEdition(edition, setting.language);
  const eyebrow = run(setting.language.translate("reportPage.eyebrow", {}), setting);
  return [
    paragraph(STYLE.eyebrow, [eyebrow], setting),
    paragraph(null, [run(report.title, setting)], setting, { heading: HeadingLevel.TITLE }),
    ...(report.subject === "" ? [] : [paragraph(STYLE.subtitle, [run(report.subject, setting)], setting)]),
    ...notices.map((notice) => paragraph(STYLE.notice, [run(notice, setting)], setting)),
    ...imprint.map((entry) => imprintLine(entry, setting)),
  ];
}

/** The label, and its values under one another at a tab. */
function imprintLine({ kind, label, values }: ImprintEntry, setting: Setting): Paragraph {
  const { rightToLeft } = setting;
  const lines = values.map((value, index) => {
    const line = new TextRun({ text: value, rightToLeft, ...(index === 0 ? {} : { break: 1 }) });
    return kind === "address" ? new ExternalHyperlink({ link: value, children: [line] }) : line;
  });
  const head = new TextRun({ children: [label, new Tab()], bold: true, rightToLeft });
  return paragraph(STYLE.imprint, [head, ...lines], setting);
}

/** The parts of the report, each with the way to it. */
function contents({ sections }: Report, setting: Setting): Paragraph[] {
  const heading = run(setting.language.translate("reportPage.contents", {}), setting);
  const parts = sections.filter(({ level }) => level === 2);
  return [
    paragraph(null, [heading], setting, { heading: HeadingLevel.HEADING_1 }),
    ...parts.map((section) =>
      paragraph(
        STYLE.contents,
        [
          new InternalHyperlink({
            anchor: anchorOf(section),
            children: wordingRuns(section.heading, setting),
          }),
        ],
        setting,
      ),
    ),
  ];
}
