"use client";

import { useRef } from "react";
import { useCopy } from "@/app/(participant)/_copying";

type CopyCitationProps = {
  readonly citation: string;
  readonly copy: string;
  readonly copied: string;
  readonly refused: string;
};

/** The citation in full, and a button that copies it; where a browser refuses that, the text is selected. */
export function CopyCitation({ citation, copy, copied, refused }: CopyCitationProps) {
  const copying = useCopy();
  const text = useRef<HTMLParagraphElement>(null);
  return (
    <div className="stack">
      <p className="citation" ref={text}>
        {citation}
      </p>
      <div className="row noprint">
        <button
          type="button"
          className="btn secondary small"
          onClick={() => copying.copy(citation, text.current)}
        >
          {copy}
        </button>
        <span className="fine" role="status">
          {copying.said === "copied" && copied}
          {copying.said === "refused" && refused}
        </span>
      </div>
    </div>
  );
}
