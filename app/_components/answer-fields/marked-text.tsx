import type { Identifying } from "@/domain/anonymity/identifying";

type MarkedTextProps = {
  readonly text: string;
  readonly found: readonly Omit<Identifying, "kind">[];
  readonly label: string;
};

/** Characters shown on either side of a passage; what lies further off is left out. */
const CONTEXT = 80;

/** The passages of a text marked, each amid the author's own words. */
export function MarkedText({ text, found, label }: MarkedTextProps) {
  const last = found.at(-1)?.to ?? 0;
  return (
    <blockquote className="marked" dir="auto" aria-label={label}>
      {found.map(({ passage, from }, index) => (
        <span key={from}>
          {index === 0 ? ending(text.slice(0, from)) : middle(text.slice(found[index - 1]?.to, from))}
          <mark>{passage}</mark>
        </span>
      ))}
      {beginning(text.slice(last))}
    </blockquote>
  );
}

function beginning(words: string): string {
  const characters = [...words];
  return characters.length > CONTEXT ? `${characters.slice(0, CONTEXT).join("")}…` : words;
}

function ending(words: string): string {
  const characters = [...words];
  return characters.length > CONTEXT ? `…${characters.slice(-CONTEXT).join("")}` : words;
}

function middle(words: string): string {
  return [...words].length > 2 * CONTEXT ? `${beginning(words)} ${ending(words)}` : words;
}
