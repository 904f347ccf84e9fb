import { FindingArticle, subjectOf } from "@/app/_components/figures/finding-article";
import { hasFigure, ItemFigure } from "@/app/_components/figures/item-figure";
import { registry } from "@/app/_trpc/caller";
import type { Finding } from "@/domain/findings/finding";
import type { ChosenWords } from "@/domain/wording/chosen";
import type { EarlierItem } from "./earlier-round";

/**
 * What earlier rounds found on the items that this round carries over, by item id, ready to be shown beside them. It is
 * drawn here, for everybody alike, so that the browser asks for nothing and loads no code of it. What cannot be read
 * stands beside nothing: it must not keep anybody from answering.
 */
export async function earlierItemsOf(slug: string, number: number): Promise<Record<string, EarlierItem>> {
  const found = await (await registry()).publication.earlier({ slug, number }).catch(() => []);
  const drawn = found.filter(({ findings }) => hasFigure(findings)).map(({ itemId }) => itemId);
  return Object.fromEntries(
    found.map(({ itemId, item, lineage, round, findings, chosen }) => [
      itemId,
      {
        item,
        lineage,
        round,
        found: <EarlierFound findings={findings} chosen={chosen} number={1 + drawn.indexOf(itemId)} />,
      },
    ]),
  );
}

type EarlierFoundProps = {
  readonly findings: readonly Finding[];
  readonly chosen: ChosenWords;
  /** The number of their figure, if they have one. */
  readonly number: number;
};

function EarlierFound({ findings, chosen, number }: EarlierFoundProps) {
  return (
    <>
      {findings.map((finding) => (
        <FindingArticle key={subjectOf(finding)} finding={finding} chosen={chosen} />
      ))}
      {hasFigure(findings) && <ItemFigure number={number} findings={findings} />}
    </>
  );
}
