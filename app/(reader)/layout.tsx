import type { ReactNode } from "react";

/** Pages of readers: paper from edge to edge, nothing to operate. */
export default function ReaderLayout({ children }: { children: ReactNode }) {
  return <div className="paper">{children}</div>;
}
