import { FindingArticle, subjectOf } from "@/app/_components/figures/finding-article";
import { hasFigure, ItemFigure } from "@/app/_components/figures/item-figure";
import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import type { Finding } from "@/domain/findings/finding";
import type { EarlierItem } from "./earlier-round";

/**
 * What earlier rounds found on the items that this round carries over, by item id, ready to be shown beside them. It is
 * drawn here, for everybody alike, so that the browser asks for nothing and loads no code of it.
 */
export async function earlierItemsOf(slug: string, number: number): Promise<Record<string, EarlierItem>> {
  const found = await forPage((await registry()).publication.earlier({ slug, number }));
  return Object.fromEntries(
    found.map(({ itemId, item, lineage, round, findings }, index) => [
      itemId,
      { item, lineage, round, found: <EarlierFound findings={findings} number={index + 1} /> },
    ]),
  );
}

type EarlierFoundProps = { readonly findings: readonly Finding[]; readonly number: number };

function EarlierFound({ findings, number }: EarlierFoundProps) {
  return (
    <>
      {findings.map((finding) => (
        <FindingArticle key={subjectOf(finding)} finding={finding} />
      ))}
      {hasFigure(findings) && <ItemFigure number={number} findings={findings} />}
    </>
  );
}
