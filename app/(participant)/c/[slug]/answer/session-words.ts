import type { AbstractIntlMessages } from "next-intl";

const OF_A_SESSION = new Set([
  ...["roomDevice", "figures", "basis", "findings", "wording"],
  ...["wordingNote", "measures", "movement"],
]);

/**
 * The words of a session in the room, those of the findings that it shows included: sent along with a page only while
 * there is one.
 */
export function sessionWords({ report, ...all }: AbstractIntlMessages): AbstractIntlMessages {
  const words = Object.fromEntries(Object.entries(all).filter(([name]) => OF_A_SESSION.has(name)));
  // Of a report only the heads of the columns of its tables.
  const columns = typeof report === "object" ? report.columns : undefined;
  return columns === undefined ? words : { ...words, report: { columns } };
}
