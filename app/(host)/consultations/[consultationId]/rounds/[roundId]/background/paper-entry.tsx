"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { PaperFacts } from "@/app/_components/background-papers";
import { addressOfPaper } from "@/domain/background-papers/background-paper";
import type { Desk, DeskPaper, OfRound } from "./background-desk";
import { EditPaper } from "./edit-paper";
import { PaperActs } from "./paper-acts";

type PaperEntryProps = {
  readonly round: OfRound;
  readonly desk: Desk;
  readonly paper: DeskPaper;
  readonly mayChange: boolean;
  readonly onDone: (sentence: string) => void;
  /** What else can be done with it. */
  readonly children: ReactNode;
};

/** One paper with what it is, and what may be done with it. */
export function PaperEntry({ round, desk, paper, mayChange, onDone, children }: PaperEntryProps) {
  const t = useTranslations("backgroundDesk");
  const tPapers = useTranslations("backgroundPapers");
  const [editing, setEditing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** Where the keyboard was is gone with the form, so that it goes on from the paper's title. */
  const leave = () => {
    setEditing(false);
    heading.current?.focus();
  };
  return (
    <li>
      <h3 ref={heading} tabIndex={-1}>
        {paper.title}
      </h3>
      <PaperFacts paper={paper} />
      {paper.withdrawn === null ? (
        <div className="row">
          <a className="btn quiet small" href={addressOfPaper(desk.slug, paper)} download>
            {t("read")}
            <span className="sr"> {t("of", { title: paper.title })}</span>
          </a>
          {mayChange && !editing && (
            <PaperActs {...{ round, paper, onDone }} papers={desk.papers} onEdit={() => setEditing(true)} />
          )}
        </div>
      ) : (
        <p>
          <span className="tag refuse">{tPapers("tag")}</span> {paper.withdrawn.reason}
        </p>
      )}
      {editing && <EditPaper {...{ round, paper, onDone }} onLeave={leave} />}
      {children}
    </li>
  );
}
