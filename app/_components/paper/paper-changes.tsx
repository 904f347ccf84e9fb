import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type BlockChange, changedId, isChange } from "@/domain/paper/changes";
import { type ChangedLine, type ChangedRun, changedLines } from "@/domain/paper/lines";
import type { Block } from "@/domain/paper/paper";
import { piecesOf, type WordChange } from "@/domain/paper/words";
import { keyed } from "./keyed";
import { NumberedBlock, PaperHeading } from "./paper-text";
import { MarkedRun } from "./runs";

type PaperChangesProps = {
  readonly changes: readonly BlockChange[];
  /** What stands under a change. */
  readonly under?: (change: BlockChange) => ReactNode;
};

/** A version with what changed since the one before: words that were added and left out are marked, and said to be. */
export function PaperChanges({ changes, under }: PaperChangesProps) {
  const t = useTranslations("paper");
  return (
    <>
      <p className="help">{t("legend")}</p>
      <div className="discussion changes">
        {changes.map((change) => (
          <ChangedBlock key={changedId(change)} change={change}>
            {isChange(change) && under?.(change)}
          </ChangedBlock>
        ))}
      </div>
    </>
  );
}

const whole = (block: Block, change: WordChange["change"]): ChangedLine[] =>
  changedLines([{ change, pieces: piecesOf(block) }]);

function linesOf(change: BlockChange): ChangedLine[] {
  if (change.kind === "added") return whole(change.after.block, "added");
  if (change.kind === "removed") return whole(change.before.block, "removed");
  return changedLines(change.words);
}

function ChangedBlock({ change, children }: { readonly change: BlockChange; readonly children: ReactNode }) {
  const { block, number } = change.kind === "removed" ? change.before : change.after;
  const lines = linesOf(change);
  const tags = <ChangeTags change={change} />;
  if (block.kind === "heading")
    return (
      <div className={isChange(change) ? "changed" : undefined}>
        <PaperHeading level={block.level}>
          {lines.map(({ runs }) => (
            <ChangedRuns key="heading" runs={runs} />
          ))}
        </PaperHeading>
        {tags}
        {children}
      </div>
    );
  return (
    <div className={isChange(change) ? "changed" : undefined}>
      <NumberedBlock number={change.kind === "removed" ? null : number}>
        {tags}
        {keyed(lines, ({ runs }) => runs.map(({ text }) => text).join("")).map(({ key, part }) => (
          <p key={key} className={part.item ? "entry" : undefined}>
            <ChangedRuns runs={part.runs} />
          </p>
        ))}
        {children}
      </NumberedBlock>
    </div>
  );
}

function ChangedRuns({ runs }: { readonly runs: readonly ChangedRun[] }) {
  const t = useTranslations("paper.marks");
  return keyed(runs, ({ text }) => text).map(({ key, part: run }) => {
    if (run.change === "kept") return <MarkedRun key={key} run={run} />;
    const Mark = run.change === "added" ? "ins" : "del";
    return (
      <Mark key={key}>
        <span className="sr">{t(run.change)}</span>
        <MarkedRun run={run} />
        <span className="sr">{t("end")}</span>
      </Mark>
    );
  });
}

/** What became of a block, in words, since a reader may not see the marks. */
function ChangeTags({ change }: { readonly change: BlockChange }) {
  const t = useTranslations("paper.tags");
  if (!isChange(change)) return null;
  const { block } = change.kind === "removed" ? change.before : change.after;
  const heading = block.kind === "heading";
  const elsewhere =
    change.kind === "removed" || ("words" in change && change.before.number !== change.after.number);
  return (
    <p className="row tags">
      {change.kind === "added" && <span className="tag">{t(heading ? "newHeading" : "added")}</span>}
      {change.kind === "removed" && <span className="tag">{t(heading ? "removedHeading" : "removed")}</span>}
      {change.kind === "changed" && <span className="tag">{t("changed")}</span>}
      {"moved" in change && change.moved && <span className="tag">{t("moved")}</span>}
      {elsewhere && change.before.number !== null && (
        <span className="fine">{t("before", { number: change.before.number })}</span>
      )}
    </p>
  );
}
