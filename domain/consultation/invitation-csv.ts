import { csvFile } from "@/domain/csv";

/** An invitation as it is handed out: the link is whole only once. */
export type InvitationLink = { readonly delegation: string; readonly link: string };

/** A file for a mail merge: the columns `delegation` and `link`. */
export function invitationCsv(links: readonly InvitationLink[]): string {
  return csvFile([["delegation", "link"], ...links.map(({ delegation, link }) => [delegation, link])]);
}
