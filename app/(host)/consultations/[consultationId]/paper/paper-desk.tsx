"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { useRefused } from "@/app/(host)/_components/refused";
import { Circulation } from "./circulation";

type PaperDeskProps = { readonly consultationId: string };

/** The versions, what each of them may still become, and which round circulates which. */
export function PaperDesk({ consultationId }: PaperDeskProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const { data: desk } = useSuspenseQuery(trpc.papers.desk.queryOptions({ consultationId }));
  const { data: consultation } = useSuspenseQuery(
    trpc.consultations.overview.queryOptions({ consultationId }),
  );
  const { versions, rounds, mine } = desk;
  const last = versions.at(-1);
  const base = `/consultations/${consultationId}/paper`;
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
      </div>
      <section className="panel" aria-labelledby="versions">
        <h2 id="versions">{t("versions")}</h2>
        {last === undefined && <p>{t(mine.compose ? "none" : "noneToRead")}</p>}
        <ul className="versions">
          {versions.toReversed().map((version) => (
            <li key={version.number}>
              <div className="grow">
                <h3>{t("version", { number: version.number })}</h3>
                <p>{version.title === "" ? t("untitled") : version.title}</p>
                <p className="help">{t("paragraphs", { count: version.paragraphs })}</p>
                <p>
                  <StateTag version={version} />
                </p>
              </div>
              <div className="row">
                <Link className="btn secondary small" href={`${base}/${version.number}`}>
                  {t(version.fixed || !mine.compose ? "read" : "edit")}
                  <span className="sr"> {t("version", { number: version.number })}</span>
                </Link>
                {version.number > 1 && (
                  <Link className="btn secondary small" href={`${base}/${version.number}/changes`}>
                    {t("changes")}
                    <span className="sr"> {t("version", { number: version.number })}</span>
                  </Link>
                )}
                {version.fixed && (
                  <a className="btn quiet small" href={`/c/${consultation.slug}/paper/${version.number}`}>
                    {t("public")}
                    <span className="sr"> {t("version", { number: version.number })}</span>
                  </a>
                )}
              </div>
            </li>
          ))}
        </ul>
        {mine.compose && (
          <BeginVersion
            consultationId={consultationId}
            after={last?.number ?? 0}
            ready={last?.fixed ?? true}
          />
        )}
      </section>
      {last !== undefined && (
        <Circulation
          consultationId={consultationId}
          rounds={rounds}
          versions={versions.filter(({ paragraphs }) => paragraphs > 0)}
          mayChoose={mine.prepare}
        />
      )}
    </main>
  );
}

type StateTagProps = { readonly version: { readonly fixed: boolean; readonly rounds: readonly number[] } };

function StateTag({ version: { fixed, rounds } }: StateTagProps) {
  const t = useTranslations("paper.states");
  const values = { count: rounds.length, rounds: rounds.join(", ") };
  if (fixed) return <span className="tag done">{t("fixed", values)}</span>;
  return rounds.length > 0 ? (
    <span className="tag live">{t("planned", values)}</span>
  ) : (
    <span className="tag">{t("draft")}</span>
  );
}

type BeginVersionProps = {
  readonly consultationId: string;
  /** The number of the last version, 0 where there is none. */
  readonly after: number;
  /** Whether the last version is fixed, so that another one is needed to change it. */
  readonly ready: boolean;
};

function BeginVersion({ consultationId, after, ready }: BeginVersionProps) {
  const t = useTranslations("paper");
  const trpc = useTRPC();
  const router = useRouter();
  const refused = useRefused("act");
  const queryClient = useQueryClient();
  const begin = useMutation(
    trpc.papers.begin.mutationOptions({
      onSuccess: async ({ number }) => {
        await queryClient.invalidateQueries(trpc.papers.pathFilter());
        router.push(`/consultations/${consultationId}/paper/${number}`);
      },
      onError: () => queryClient.invalidateQueries(trpc.papers.pathFilter()),
    }),
  );
  if (!ready) return <p className="help">{t("nextWaits", { number: after })}</p>;
  return (
    <div className="stack">
      <button
        type="button"
        className="btn"
        aria-disabled={begin.isPending}
        onClick={() => !begin.isPending && begin.mutate({ consultationId, after })}
      >
        {after === 0 ? t("begin") : t("next", { number: after })}
      </button>
      <div aria-live="polite">
        {begin.error !== null && <p className="notice caution">{refused(begin.error)}</p>}
      </div>
    </div>
  );
}
