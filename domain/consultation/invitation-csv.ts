/** An invitation as it is handed out: the link is whole only once. */
export type InvitationLink = { readonly delegation: string; readonly link: string };

/** One cell, quoted. A text that a spreadsheet would take for a formula is led by an apostrophe. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}

/**
 * A file for a mail merge: the columns `delegation` and `link`, in UTF-8 with a byte order mark, by which spreadsheets
 * tell the encoding.
 */
export function invitationCsv(links: readonly InvitationLink[]): string {
  const rows = [["delegation", "link"], ...links.map(({ delegation, link }) => [delegation, link])];
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}
