import "server-only";
import { AlignmentType, Footer, Header, type ISectionOptions, PageNumber, TextRun } from "docx";
import { PAGE, STYLE } from "./styles";
import { paragraph, run, type Setting } from "./text";

// Where the sentence has its numbers: control characters that no text holds.
const NUMBER = "\u0001";
const TOTAL = "\u0002";

/** A4, what is said at the top of each page, and which of how many pages it is at the foot. */
export function pages(
  notices: readonly string[],
  setting: Setting,
): Pick<ISectionOptions, "headers" | "footers" | "properties"> {
  const { width, height, margin } = PAGE;
  const sentence = setting.language.translate("reportFiles.page", { page: NUMBER, pages: TOTAL });
  const pieces = sentence.split(new RegExp(`([${NUMBER}${TOTAL}])`)).map((piece) => {
    if (piece === NUMBER) return new TextRun({ children: [PageNumber.CURRENT] });
    return piece === TOTAL ? new TextRun({ children: [PageNumber.TOTAL_PAGES] }) : run(piece, setting);
  });
  const header = paragraph(
    STYLE.running,
    [
      new TextRun({
        text: notices.join(" · "),
        bold: true,
        color: "96271F",
        rightToLeft: setting.rightToLeft,
      }),
    ],
    setting,
    { alignment: AlignmentType.CENTER },
  );
  return {
    properties: {
      page: { size: { width, height }, margin: { top: 1_417, bottom: 1_417, left: margin, right: margin } },
    },
    ...(notices.length === 0 ? {} : { headers: { default: new Header({ children: [header] }) } }),
    footers: {
      default: new Footer({
        children: [paragraph(STYLE.running, pieces, setting, { alignment: AlignmentType.END })],
      }),
    },
  };
}
