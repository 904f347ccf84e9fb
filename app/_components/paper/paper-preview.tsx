import { PaperText } from "@/app/_components/paper/paper-text";
import type { DraftBlock } from "@/domain/paper/paper";

type PaperPreviewProps = {
  readonly label: string;
  readonly title: string | null;
  readonly blocks: readonly DraftBlock[];
};

/** A paper as it will be read, in a frame that scrolls by itself and is reachable by keyboard (WCAG 2.1.1). */
export function PaperPreview({ label, title, blocks }: PaperPreviewProps) {
  return (
    <section className="paper-preview" tabIndex={0} aria-label={label}>
      {title !== null && <p className="lede">{title}</p>}
      <PaperText blocks={blocks} />
    </section>
  );
}
