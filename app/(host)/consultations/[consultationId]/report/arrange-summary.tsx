"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/(host)/_components/field";
import {
  type Arrangement,
  LONGEST_NEXT_STEPS,
  SUMMARY_PLACES,
  type SummaryPlace,
} from "@/domain/summary/arrangement";
import { movedBeside, movedTo, placeOfEntry } from "@/domain/summary/arranging";
import { contradictionsBeside } from "@/domain/summary/contradicting";
import { NEXT_STEPS, summaryIssues } from "@/domain/summary/issues";
import { barredFrom } from "@/domain/summary/placing";
import { SummaryPlaceList } from "./summary-place-list";
import { useDragReady } from "./use-drag-ready";
import type { SummaryDraft, SummaryRead } from "./use-summary-draft";

/** Where to: beside an entry, or at the end of the place. */
type Beside = { readonly id: string; readonly side: "before" | "after" } | null;

export type Moves = {
  /** Puts entries there, unless they may not stand there; that is then said instead. */
  readonly to: (ids: readonly string[], place: SummaryPlace, beside: Beside) => void;
  readonly by: (id: string, step: -1 | 1) => void;
  readonly change: (arrangement: Arrangement, said: string) => void;
};

type ArrangeSummaryProps = { readonly draft: SummaryDraft; readonly read: SummaryRead };

/** The sections of the summary with their entries, what is left to the detail, and the next steps. */
export function ArrangeSummary({ draft, read }: ArrangeSummaryProps) {
  const t = useTranslations("summaryDesk");
  const sentence = useSentences();
  const ready = useDragReady();
  const moves = useMoves(draft, read);
  const basis = { evidence: read.evidence, asked: read.asked };
  const issues = summaryIssues(draft, basis, contradictionsBeside(read.evidence));
  const errorAt = (at: string) =>
    issues.flatMap((issue) => (issue.at === at ? [sentence(issue)] : [])).join(" ") || undefined;
  return (
    <section className="panel summary-desk noprint" aria-labelledby="arrange">
      <h2 id="arrange">{t("title")}</h2>
      <p className="help">{t("help")}</p>
      {draft.toPlace.length > 0 && <p className="notice">{t("toPlace", { count: draft.toPlace.length })}</p>}
      <div role="alert">{draft.refused !== "" && <p className="notice caution">{draft.refused}</p>}</div>
      {ready &&
        SUMMARY_PLACES.map((place) => (
          <SummaryPlaceList
            key={place}
            place={place}
            draft={draft}
            read={read}
            moves={moves}
            errorAt={errorAt}
          />
        ))}
      <Field
        id="next-steps-text"
        label={t("nextSteps")}
        help={t("nextStepsHelp")}
        error={errorAt(NEXT_STEPS)}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={5}
            maxLength={LONGEST_NEXT_STEPS}
            value={draft.nextSteps}
            onChange={(event) => draft.writeNextSteps(event.target.value)}
          />
        )}
      </Field>
    </section>
  );
}

/** The words of an issue. */
export function useSentences() {
  const t = useTranslations("issues");
  return ({ code, values }: ReturnType<typeof summaryIssues>[number]): string =>
    t(code as never, values as never); // a key of `issues` with the values of its own sentence
}

function useMoves(draft: SummaryDraft, { evidence, asked }: SummaryRead): Moves {
  const t = useTranslations("summaryDesk");
  const tSections = useTranslations("reportSummary.sections");
  const sentence = useSentences();
  const { arrangement } = draft;
  const nameOf = (place: SummaryPlace) => (place === "annex" ? t("annex") : tSections(place));

  /** Why an entry may not stand there, in words. */
  function refusal(id: string, place: SummaryPlace): string | null {
    const one = evidence.find(({ key }) => key === id);
    if (one === undefined) return place === "annex" ? t("textNotInAnnex") : null;
    const code = barredFrom(one, place, { evidence, asked });
    return code === null ? null : sentence({ code, values: { about: one.about } });
  }
  function tell(changed: Arrangement, id: string) {
    const found = placeOfEntry(changed, id);
    if (found === undefined) return;
    const count = changed[found.place].length;
    draft.arrange(changed);
    draft.say(t("nowAt", { place: found.index + 1, count, section: nameOf(found.place) }));
  }
  return {
    to: (ids, place, beside) => {
      const refused = ids.map((id) => refusal(id, place)).find((reason) => reason !== null);
      if (refused != null) return draft.refuse(refused);
      const [first] = ids;
      if (first !== undefined) tell(movedBeside(arrangement, ids, place, beside), first);
    },
    by: (id, step) => {
      const found = placeOfEntry(arrangement, id);
      if (found === undefined) return;
      const last = arrangement[found.place].length - 1;
      if (found.index + step < 0 || found.index + step > last)
        return draft.say(t(step === -1 ? "alreadyFirst" : "alreadyLast"));
      tell(movedTo(arrangement, id, found.place, found.index + step), id);
    },
    change: (changed, said) => {
      draft.arrange(changed);
      draft.say(said);
    },
  };
}

/** The control of an entry that stands on the page now. */
export const controlOf = (id: string, act: string) =>
  document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] [data-act="${act}"]`);
