"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PaperText } from "@/app/_components/paper/paper-text";
import { saveFile } from "@/app/_components/save-file";
import { useTRPC } from "@/app/_trpc/client";
import { paperMarkdown } from "@/domain/paper/to-markdown";
import { PaperEditor } from "./paper-editor";

type PaperVersionProps = { readonly consultationId: string; readonly number: number };

export function PaperVersion({ consultationId, number }: PaperVersionProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const { data: read } = useSuspenseQuery(trpc.papers.read.queryOptions({ consultationId, number }));
  const { data: desk } = useSuspenseQuery(trpc.papers.desk.queryOptions({ consultationId }));
  const base = `/consultations/${consultationId}/paper`;
  const editing = desk.mine.compose && !read.fixed;
  const head = (
    <div className="desk-head">
      <div>
        <h1>{t("version", { number })}</h1>
        {read.fixed && <p>{t("fixedWhat")}</p>}
      </div>
      <div className="acts">
        <Link className="btn quiet" href={base}>
          {t("backToVersions")}
        </Link>
        {number > 1 && (
          <Link className="btn secondary" href={`${base}/${number}/changes`}>
            {t("changes")}
          </Link>
        )}
        <button
          type="button"
          className="btn secondary"
          onClick={() => saveFile(`paper-${number}.md`, paperMarkdown(read, true), "text/markdown")}
        >
          {t("download")}
        </button>
      </div>
    </div>
  );
  if (editing) return <PaperEditor consultationId={consultationId} read={read} head={head} />;
  return (
    <main className="desk stack-lg" id="main">
      {head}
      <section className="panel" aria-labelledby="paper-title">
        <h2 id="paper-title">{read.title === "" ? t("untitled") : read.title}</h2>
        <PaperText blocks={read.blocks} />
      </section>
    </main>
  );
}
