"use client";

import { type ReactNode, useId } from "react";
import type { Identifying } from "@/domain/anonymity/identifying";
import { MarkedText } from "./marked-text";

type Found = Omit<Identifying, "kind">;

type PassagesFoundProps<One extends Found> = {
  readonly text: string;
  readonly found: readonly One[];
  readonly title: string;
  /** What the text is called in which they are marked. */
  readonly label: string;
  /** Why one of them is marked. */
  readonly why: (one: One) => string;
  /** What follows from it. */
  readonly children: ReactNode;
};

/** Passages of a text that could tell whose it is: marked in it, and each with the reason. Nothing where there are none. */
export function PassagesFound<One extends Found>(props: PassagesFoundProps<One>) {
  const { text, found, title, label, why, children } = props;
  const heading = useId();
  const some = found.length > 0;
  return (
    <>
      {/* Only their number is announced, so that typing is not interrupted by what was said before. */}
      <p className="sr" aria-live="polite">
        {some && title}
      </p>
      {some && (
        <section className="notice caution" aria-labelledby={heading}>
          <p className="title" id={heading}>
            {title}
          </p>
          <MarkedText text={text} found={found} label={label} />
          <ul className="gives-away">
            {[...new Map(found.map((one) => [one.passage, one])).values()].map((one) => (
              <li key={one.passage}>{why(one)}</li>
            ))}
          </ul>
          {children}
        </section>
      )}
    </>
  );
}
