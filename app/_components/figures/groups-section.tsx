import { useTranslations } from "next-intl";
import type { Release } from "@/domain/disclosure/release";
import type { Questionnaire } from "@/domain/questionnaire/questionnaire";
import {
  commonReason,
  groupBars,
  groupsTable,
  notShownOf,
  openingOfGroups,
  roundByGroup,
  type StatementByGroup,
} from "@/domain/report/groups";
import { DivergingBars } from "./diverging-bars";
import { FigureFrame, SameAsTable } from "./figure-frame";
import { FigureTable } from "./report-table";
import { Words } from "./words";

type GroupsSectionProps = {
  readonly questionnaire: Questionnaire;
  readonly release: Release;
  /** Figures on the page before these. */
  readonly figuresBefore: number;
};

/** The scales of a round by the group that participants named: a figure for each statement, and what is not shown and why. */
export function GroupsSection({ questionnaire, release, figuresBefore }: GroupsSectionProps) {
  const t = useTranslations("roundFindings");
  const round = roundByGroup(questionnaire, release);
  if (round === null) return null;
  const drawn = round.scales
    .flatMap(({ statements }) => statements)
    .filter(({ groups }) => groups.length > 0);
  return (
    <section id="groups" aria-labelledby="groups-title">
      <h2 id="groups-title">{t("groups")}</h2>
      {openingOfGroups(round).map((message) => (
        <p className="prose" key={message.key}>
          <Words message={message} />
        </p>
      ))}
      {commonReason(round.scales) === null &&
        round.scales.map(({ itemId, prompt, statements }) => (
          <div className="stack" key={itemId}>
            <h3 className="agenda">{prompt}</h3>
            {statements.map((statement) => (
              <ByGroup
                key={statement.statementId}
                id={`groups-${itemId}-${statement.statementId}`}
                statement={statement}
                number={figuresBefore + 1 + drawn.indexOf(statement)}
              />
            ))}
          </div>
        ))}
    </section>
  );
}

type ByGroupProps = {
  readonly id: string;
  readonly statement: StatementByGroup;
  /** The number of its figure, if it has one. */
  readonly number: number;
};

function ByGroup({ id, statement, number }: ByGroupProps) {
  const t = useTranslations("figures");
  const bars = groupBars(statement);
  const table = groupsTable(`${id}-table`, statement);
  const notShown = notShownOf(statement);
  return (
    <>
      {bars !== null && table !== null && (
        <FigureFrame id={id} number={number} title={statement.statement} note={t("groupsCaption")}>
          <DivergingBars bars={bars} neitherLabel={bars.rows[0]?.neither == null ? "" : t("neither")} />
          <SameAsTable>
            <FigureTable table={table} captioned={false} />
          </SameAsTable>
        </FigureFrame>
      )}
      {notShown.length > 0 && (
        <ul className="bullets">
          {notShown.map((message) => (
            <li key={`${message.key} ${message.values.group ?? ""}`}>
              <Words message={message} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
