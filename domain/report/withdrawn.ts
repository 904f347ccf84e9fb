import type { Message } from "@/domain/findings/message";
import type { Section } from "./document";

/** A round that was withdrawn, as the report needs it. Moments are ISO 8601; the time zone is an IANA name. */
export type WithdrawnFacts = {
  readonly number: number;
  readonly opensAt: string;
  readonly withdrawnAt: string;
  readonly copiesUntil: string;
  readonly timeZone: string;
  readonly reason: string;
};

const message = (key: string, values: Message["values"] = {}): Message => ({
  key: `erratumReport.${key}`,
  values,
});

/** Which rounds were withdrawn, when and why: nothing where none was. */
export function withdrawnSections(withdrawn: readonly WithdrawnFacts[]): Section[] {
  if (withdrawn.length === 0) return [];
  const columns = ["round", "opened", "withdrawn", "discarded"];
  return [
    {
      id: "withdrawn",
      heading: message("heading"),
      level: 2,
      blocks: [
        { kind: "paragraph", sentences: [message("opening", { number: withdrawn.length })] },
        {
          kind: "table",
          table: {
            id: "withdrawn",
            of: "words",
            caption: message("times.caption"),
            columns: columns.map((name) => message(`times.${name}`)),
            rows: withdrawn.map(({ number, opensAt, withdrawnAt, copiesUntil, timeZone }) => ({
              heading: message("round", { number }),
              cells: [opensAt, withdrawnAt, copiesUntil].map((instant) => ({ instant, timeZone })),
            })),
          },
        },
        ...withdrawn.map(({ number, reason }) => ({
          kind: "paragraph" as const,
          sentences: [message("reason", { number, reason })],
        })),
      ],
    },
  ];
}
