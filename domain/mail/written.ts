/** A part of a mail: a paragraph, a heading, a link, or facts each under its name. */
export type Part =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "link"; readonly name: string; readonly href: string }
  | { readonly kind: "facts"; readonly facts: readonly (readonly [name: string, what: string])[] };

/** A mail before it is addressed. */
export type Written = { readonly subject: string; readonly parts: readonly Part[] };

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");

function textOf(part: Part): string {
  switch (part.kind) {
    case "paragraph":
      return part.text;
    case "heading":
      return part.text.toUpperCase();
    case "link":
      return `${part.name}:\n${part.href}`;
    case "facts":
      return part.facts.map(([name, what]) => `${name}: ${what}`).join("\n");
  }
}

function htmlOf(part: Part): string {
  switch (part.kind) {
    case "paragraph":
      return `<p>${escaped(part.text)}</p>`;
    case "heading":
      return `<h2>${escaped(part.text)}</h2>`;
    case "link":
      return `<p><a href="${escaped(part.href)}">${escaped(part.name)}</a></p><p>${escaped(part.href)}</p>`;
    case "facts": {
      const rows = part.facts.map(
        ([name, what]) => `<p><strong>${escaped(name)}</strong><br>${escaped(what)}</p>`,
      );
      return rows.join("");
    }
  }
}

/** The mail as plain text. */
export const plainText = ({ parts }: Written): string => `${parts.map(textOf).join("\n\n")}\n`;

/**
 * The same as HTML, with no picture, style, script or address of anything that is fetched: whether it was opened is
 * known to nobody.
 */
export const html = ({ subject, parts }: Written, language: string): string =>
  `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body>${parts.map(htmlOf).join("")}</body></html>`;
