import type { ReactNode } from "react";
import type { Run } from "@/domain/paper/paper";
import { keyed } from "./keyed";

/** Letters with their marks. Only what the paper's own shape allows can appear: no HTML of anybody's. */
export function MarkedRun({ run }: { readonly run: Run }) {
  const { text, strong, emphasis, address } = run;
  if (address !== undefined)
    return (
      <a href={address} rel="noreferrer noopener nofollow">
        {text}
      </a>
    );
  const emphasised: ReactNode = emphasis ? <em>{text}</em> : text;
  return strong ? <strong>{emphasised}</strong> : emphasised;
}

/** A line of a paragraph. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return keyed(runs, ({ text }) => text).map(({ key, part }) => <MarkedRun key={key} run={part} />);
}
