import { useTranslations } from "next-intl";
import { type Block, type Report, type Section, sentencesOf } from "@/domain/report/document";
import { numberedLists, type Paragraph, type Standing } from "@/domain/report/numbered";
import { DivergingBars } from "./diverging-bars";
import { FigureFrame } from "./figure-frame";
import { ReportContents } from "./report-contents";
import { FigureTable, Worded } from "./report-table";
import { SlopeChart } from "./slope-chart";
import { Words } from "./words";

type ReportDocumentProps = {
  readonly report: Report;
  /** A line about where it stands: published on, or draft. */
  readonly status: string;
};

/** The report on a page that also prints: title, imprint, contents, numbered paragraphs, tables. */
export function ReportDocument({ report, status }: ReportDocumentProps) {
  const t = useTranslations("reportPage");
  const figures = report.sections.flatMap(({ blocks }) =>
    blocks.filter(({ kind }) => kind === "figure" || kind === "slope"),
  );
  return (
    <article>
      <p className="eyebrow">{t("eyebrow")}</p>
      <h1>{report.title}</h1>
      {report.subject !== "" && <p className="subtitle">{report.subject}</p>}
      <div className="imprint">
        <div>
          <b>{t("coHosts")}</b>
          <ul>
            {report.coHosts.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
        <div>
          <b>{t("status")}</b>
          {status}
        </div>
      </div>
      <ReportContents sections={report.sections} />
      {report.sections.map((section) => (
        <ReportSection key={section.id} section={section} figures={figures} />
      ))}
    </article>
  );
}

type ReportSectionProps = { readonly section: Section; readonly figures: readonly Block[] };

/** One section; `figures` are all those of the document, which number them. */
export function ReportSection({ section: { id, heading, level, blocks }, figures }: ReportSectionProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} className={id === "method" ? "annex" : undefined}>
      <Heading>
        <Worded wording={heading} />
      </Heading>
      {numberedLists(blocks).map((group) => (
        <Group key={JSON.stringify(group)} group={group} figures={figures} />
      ))}
    </section>
  );
}

type GroupProps = { readonly group: readonly Paragraph[] | Standing; readonly figures: readonly Block[] };

function Group({ group, figures }: GroupProps) {
  if ("kind" in group) return <StandingBlock block={group} figures={figures} />;
  return (
    <ol className="paras">
      {group.map((paragraph) => (
        <li key={JSON.stringify(paragraph)}>
          {(paragraph.kind === "finding" ? sentencesOf(paragraph) : paragraph.sentences).map((message) => (
            <span key={JSON.stringify(message)}>
              <Words message={message} />{" "}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

function StandingBlock({ block, figures }: { readonly block: Standing; readonly figures: readonly Block[] }) {
  const t = useTranslations("figures");
  const tMovement = useTranslations("movement");
  switch (block.kind) {
    case "agendaQuestion":
      return (
        <blockquote className="agenda">
          <p>{block.text}</p>
          {block.attribution !== null && <footer>{block.attribution}</footer>}
        </blockquote>
      );
    case "item":
      return <h4>{block.prompt}</h4>;
    case "list":
      return (
        <ul className="entries">
          {block.entries.map((entry) => (
            <li key={JSON.stringify(entry)}>
              <Worded wording={entry} />
            </li>
          ))}
        </ul>
      );
    case "figure": {
      const number = figures.indexOf(block) + 1;
      const title = typeof block.caption === "string" ? block.caption : "";
      return (
        <FigureFrame
          id={`figure-${number}`}
          number={number}
          title={title}
          note={t(block.bars.of === "groups" ? "groupsCaption" : "evenScaleCaption")}
        >
          <DivergingBars
            bars={block.bars}
            neitherLabel={block.bars.rows.some(({ neither }) => neither !== null) ? t("neither") : ""}
          />
        </FigureFrame>
      );
    }
    case "slope": {
      const number = figures.indexOf(block) + 1;
      const title = typeof block.caption === "string" ? block.caption : "";
      return (
        <FigureFrame id={`figure-${number}`} number={number} title={title} note={tMovement("slopeCaption")}>
          <SlopeChart slope={block.slope} />
        </FigureFrame>
      );
    }
    case "table":
      return <FigureTable table={block.table} captioned />;
  }
}
