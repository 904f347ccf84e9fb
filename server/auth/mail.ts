import "server-only";
import { words } from "@/server/words";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The mail with a sign-in link, as plain text and as HTML that says the same. */
export function signInMail(link: string, minutes: number): { subject: string; text: string; html: string } {
  const opening = words("mail.signIn.opening");
  const limit = words("mail.signIn.limit", { minutes });
  return {
    subject: words("mail.signIn.subject"),
    text: `${opening}\n\n${link}\n\n${limit}\n`,
    html: `<p>${escaped(opening)}</p><p><a href="${escaped(link)}">${escaped(words("mail.signIn.link"))}</a></p><p>${escaped(limit)}</p>`,
  };
}
