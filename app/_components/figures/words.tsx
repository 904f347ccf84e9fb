import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Cell } from "@/domain/disclosure/cell";
import { cellMessage } from "@/domain/findings/cell-words";
import type { Message } from "@/domain/findings/message";

/** A message of the domain, with the words of the ladder set apart. */
export function Words({ message }: { readonly message: Message }) {
  const t = useTranslations();
  const phrase = (chunks: ReactNode) => <span className="designation">{chunks}</span>;
  return <>{t.rich(message.key, { ...message.values, phrase })}</>;
}

/** A released count in words. A hidden one is drawn as such, with its range: never a gap, never a nought. */
export function CellWords({ cell }: { readonly cell: Cell }) {
  const words = <Words message={cellMessage(cell)} />;
  return cell.kind === "count" ? words : <span className="held">{words}</span>;
}
