import type { Background } from "@/domain/questionnaire/questionnaire";

type BackgroundTableProps = { readonly background: Background };

/** Reading matter beside an agenda question: on a phone each cell goes under its row's head. */
export function BackgroundTable({ background }: BackgroundTableProps) {
  const { title, source, columns, rows } = background;
  return (
    <details className="more">
      <summary>{title}</summary>
      <div className="stack">
        {rows.map(([head, ...cells]) => (
          <dl className="facts" key={head}>
            <div>
              <dt>{columns[0]}</dt>
              <dd>
                <strong>{head}</strong>
              </dd>
            </div>
            {cells.map((cell, index) => (
              <div key={columns[index + 1]}>
                <dt>{columns[index + 1]}</dt>
                <dd>{cell}</dd>
              </div>
            ))}
          </dl>
        ))}
        <p className="source">{source}</p>
      </div>
    </details>
  );
}
