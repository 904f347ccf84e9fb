import type { ReactNode } from "react";
import { type DraftBlock, numbered, type Paragraph } from "@/domain/paper/paper";
import { keyed } from "./keyed";
import { Runs } from "./runs";

type PaperHeadingProps = {
  readonly id?: string | undefined;
  readonly level: 1 | 2 | 3;
  readonly children: ReactNode;
};

/** A heading of a paper; the title of its page stands over it. */
export function PaperHeading({ id, level, children }: PaperHeadingProps) {
  const Heading = ({ 1: "h2", 2: "h3", 3: "h4" } as const)[level];
  return <Heading id={id}>{children}</Heading>;
}

/** The words of a paragraph and the list under it. */
export function ParagraphText({ paragraph }: { readonly paragraph: Omit<Paragraph, "id"> }) {
  const { runs, items } = paragraph;
  return (
    <>
      {runs.length > 0 && (
        <p>
          <Runs runs={runs} />
        </p>
      )}
      {items.length > 0 && (
        <ul className="bullets">
          {keyed(items, (item) => item.map(({ text }) => text).join("")).map(({ key, part }) => (
            <li key={key}>
              <Runs runs={part} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type NumberedBlockProps = {
  readonly id?: string | undefined;
  readonly number: number | null;
  readonly children: ReactNode;
};

/** A paragraph beside its number, if it has one in this version. */
export function NumberedBlock({ id, number, children }: NumberedBlockProps) {
  return (
    <div className="numbered" id={id}>
      <span className="number">{number !== null && `${number}.`}</span>
      <div>{children}</div>
    </div>
  );
}

/** A paper as it is read: headings, and paragraphs with their numbers; each can be led to by its id, where it has one. */
export function PaperText({
  blocks,
}: {
  readonly blocks: readonly (DraftBlock & { readonly id?: string })[];
}) {
  return (
    <div className="discussion">
      {numbered(blocks).map(({ block, number }, index) =>
        block.kind === "heading" ? (
          <PaperHeading key={block.id ?? index} id={block.id} level={block.level}>
            {block.text}
          </PaperHeading>
        ) : (
          <NumberedBlock key={block.id ?? index} id={block.id} number={number}>
            <ParagraphText paragraph={block} />
          </NumberedBlock>
        ),
      )}
    </div>
  );
}
