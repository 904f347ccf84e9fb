"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { NewNote } from "./new-note";
import { NoteList } from "./note-list";
import type { NotedQuestion } from "./use-floor-acts";

type FloorDeskProps = { readonly consultationId: string; readonly roundId: string };

/** How often a page asks what others have noted meanwhile, in milliseconds. */
const ASK_AGAIN = 10_000;

/** Where interventions are noted: one agenda question of a round at a time. */
export function FloorDesk({ consultationId, roundId }: FloorDeskProps) {
  const t = useTranslations("floor");
  const trpc = useTRPC();
  const place = { consultationId, roundId };
  const { data: floor } = useSuspenseQuery(
    trpc.floor.notes.queryOptions(place, { refetchInterval: ASK_AGAIN }),
  );
  const wanted = useSearchParams().get("question");
  const { questions } = floor;
  const question = questions.find(({ id }) => id === wanted) ?? questions[0];
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title", { number: floor.number })}</h1>
          <p>{t("lede")}</p>
        </div>
        {floor.stage === "closed" && (
          <div className="acts">
            <Link
              className="btn secondary"
              href={`/consultations/${consultationId}/rounds/${roundId}/themes`}
            >
              {t("toThemes")}
            </Link>
          </div>
        )}
      </div>
      <Rounds {...place} />
      {question === undefined ? (
        <p className="withheld">{t("none")}</p>
      ) : (
        <>
          {questions.length > 1 && <Questions questions={questions} chosen={question.id} />}
          <section className="stack-lg floor" aria-labelledby="question" key={question.id}>
            <h2 id="question" className="question">
              {question.text ?? t("dropped")}
            </h2>
            {question.text !== null && <NewNote place={place} questionId={question.id} />}
            <NoteList place={place} question={question} />
          </section>
        </>
      )}
      <Kept destruction={floor.destruction} timeZone={floor.timeZone} />
    </main>
  );
}

/** The other rounds, in whose discussions something may be said too. */
function Rounds({ consultationId, roundId }: FloorDeskProps) {
  const t = useTranslations("floor");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  if (data.rounds.length < 2) return null;
  return (
    <nav className="row" aria-label={t("rounds")}>
      {data.rounds.map(({ id, number }) => (
        <Link
          key={id}
          className={id === roundId ? "chip on" : "chip"}
          aria-current={id === roundId ? "page" : undefined}
          href={`/consultations/${consultationId}/rounds/${id}/floor`}
        >
          {t("round", { number })}
        </Link>
      ))}
    </nav>
  );
}

type QuestionsProps = { readonly questions: readonly NotedQuestion[]; readonly chosen: string };

function Questions({ questions, chosen }: QuestionsProps) {
  const t = useTranslations("floor");
  return (
    <nav className="stack items floor-questions" aria-label={t("questions")}>
      {questions.map(({ id, text, notes }, index) => (
        <Link
          key={id}
          href={`?question=${encodeURIComponent(id)}`}
          aria-current={id === chosen ? "true" : undefined}
        >
          <span>{text === null ? t("dropped") : t("question", { number: index + 1, text })}</span>
          <span className="fine">{t("count", { count: notes.length })}</span>
        </Link>
      ))}
    </nav>
  );
}

type KeptProps = {
  readonly destruction: { readonly at: string; readonly certain: boolean } | null;
  readonly timeZone: string;
};

/** What is kept of a note and until when. */
function Kept({ destruction, timeZone }: KeptProps) {
  const t = useTranslations("floor");
  const format = useFormatter();
  const day = (at: string) =>
    format.dateTime(new Date(at), { day: "numeric", month: "long", year: "numeric", timeZone });
  return (
    <p className="fine">
      {t("kept")}{" "}
      {destruction !== null &&
        t(destruction.certain ? "destroyed" : "destroyedAtEarliest", { date: day(destruction.at) })}
    </p>
  );
}
