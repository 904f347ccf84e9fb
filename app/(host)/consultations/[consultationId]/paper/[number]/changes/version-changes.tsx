"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { PaperChanges } from "@/app/_components/paper/paper-changes";
import { useTRPC } from "@/app/_trpc/client";
import { changedId, changesBetween, isChange } from "@/domain/paper/changes";
import { Why } from "./why";

type VersionChangesProps = { readonly consultationId: string; readonly number: number };

/** A version word by word against the one before; under each change the findings that moved it. */
export function VersionChanges({ consultationId, number }: VersionChangesProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const { data: read } = useSuspenseQuery(trpc.papers.read.queryOptions({ consultationId, number }));
  const { data: desk } = useSuspenseQuery(trpc.papers.desk.queryOptions({ consultationId }));
  const { blocks, before } = read;
  const changes = useMemo(
    () => changesBetween({ blocks: before?.blocks ?? [] }, { blocks }),
    [before, blocks],
  );
  const base = `/consultations/${consultationId}/paper`;
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("version", { number })}</h1>
          <p>{t("compared", { number: number - 1 })}</p>
        </div>
        <div className="acts">
          <Link className="btn quiet" href={base}>
            {t("backToVersions")}
          </Link>
          <Link className="btn secondary" href={`${base}/${number}`}>
            {t("hideChanges", { number })}
          </Link>
        </div>
      </div>
      <section className="panel" aria-labelledby="changed-paper">
        <h2 id="changed-paper">{read.title}</h2>
        {changes.some(isChange) ? (
          <PaperChanges
            changes={changes}
            under={(change) => (
              <Why
                consultationId={consultationId}
                read={read}
                blockId={changedId(change)}
                mayExplain={desk.mine.compose}
              />
            )}
          />
        ) : (
          <p>{t("nothingChanged", { number: number - 1 })}</p>
        )}
      </section>
    </main>
  );
}
