import { useTranslations } from "next-intl";
import { movedOf } from "@/app/_components/figures/agenda-sections";
import { subjectOf } from "@/app/_components/figures/finding-article";
import { ItemMeasures } from "@/app/_components/figures/item-measures";
import type { Release } from "@/domain/disclosure/release";
import type { Finding } from "@/domain/findings/finding";
import type { ItemMovement } from "@/domain/findings/movement";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import type { ChosenWords } from "@/domain/wording/chosen";
import { Evidence } from "./evidence";
import { FindingPanel } from "./finding-panel";
import type { PastWords } from "./past-words";

type FindingsDeskProps = {
  readonly place: { readonly consultationId: string; readonly roundId: string };
  readonly round: {
    readonly questionnaire: Questionnaire;
    readonly findings: readonly Finding[];
    readonly chosen: ChosenWords;
    readonly movements: readonly ItemMovement[];
    readonly release: Release;
    readonly publishedAt: string | null;
    readonly timeZone: string;
  };
  readonly history: readonly PastWords[];
  /** Names that no sentence may hold. */
  readonly delegations: readonly string[];
};

/** Every finding of a round with its evidence beside it, and a list of them to go by. */
export function FindingsDesk({ place, round, history, delegations }: FindingsDeskProps) {
  const t = useTranslations("wordingDesk");
  const { questionnaire, findings, chosen, movements, release, publishedAt, timeZone } = round;
  const numberOf = (finding: Finding) => findings.indexOf(finding) + 1;
  const questions = questionnaire.agendaQuestions.map((question, index) => ({
    ...question,
    number: index + 1,
    own: findings.filter(({ agendaQuestionId }) => agendaQuestionId === question.id),
  }));
  return (
    <div className="cols cols-findings">
      <nav className="outline" aria-label={t("outline")}>
        {questions.map(({ id, number, own }) => (
          <div key={id}>
            <h2>{t("question", { number })}</h2>
            <ol>
              {own.map((finding) => (
                <li key={numberOf(finding)}>
                  <a href={`#finding-${numberOf(finding)}`}>
                    <span className="n">{numberOf(finding)}</span>
                    <span className="clamp">{subjectOf(finding)}</span>
                  </a>
                </li>
              ))}
            </ol>
          </div>
        ))}
        <p>
          <a href="#round">
            <span className="n" aria-hidden="true">
              …
            </span>
            <span>{t("onThisRound")}</span>
          </a>
        </p>
      </nav>
      <div className="stack-lg">
        {questions.map(({ id, number, text, attribution, items, own }) => (
          <section key={id} className="stack-lg" id={`question-${id}`}>
            <h2 className="agenda">{t("questionHeading", { number, text })}</h2>
            {attribution !== null && <p className="help">{attribution}</p>}
            {items.map((item) => {
              const movement = movements.find(({ itemId }) => itemId === item.id);
              const ofItem = own.filter(({ itemId }) => itemId === item.id);
              return (
                <div key={item.id} className="stack-lg">
                  <p className="label">{item.prompt}</p>
                  {ofItem.map((finding) => (
                    <div
                      className="with-evidence"
                      key={numberOf(finding)}
                      id={`finding-${numberOf(finding)}`}
                    >
                      <FindingPanel
                        number={numberOf(finding)}
                        finding={finding}
                        chosen={chosen}
                        history={history}
                        desk={{ ...place, delegations, timeZone, published: publishedAt !== null }}
                      />
                      <Evidence
                        number={numberOf(finding)}
                        finding={finding}
                        received={release.participation.received}
                        movement={movement}
                        moved={movedOf(finding, movement)}
                      />
                    </div>
                  ))}
                  <ItemMeasures findings={ofItem} />
                </div>
              );
            })}
          </section>
        ))}
      </div>
    </div>
  );
}
