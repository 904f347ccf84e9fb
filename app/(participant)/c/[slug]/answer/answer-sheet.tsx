"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { givenOf } from "@/app/_components/answer-fields/answered";
import { focused } from "@/app/_components/focused";
import { canonicalJson } from "@/domain/anonymity/encoding";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import { roundDue, type SheetPage } from "@/domain/room/following";
import type { SentResponse } from "../../../_protocol/device";
import { Closes } from "./closes";
import type { EarlierItem } from "./earlier-round";
import { QuestionPage } from "./question-page";
import { Receipt } from "./receipt";
import { Review } from "./review";
import { RoomBar } from "./room-parts";
import type { AnswerableRound } from "./situation";
import { useDraft } from "./use-draft";
import { useFollowing } from "./use-following";
import type { Room } from "./use-room";
import { useStanding } from "./use-standing";
import { useTurning } from "./use-turning";
import { WindowPage } from "./window-page";

/** Turns to a page, and there to an item where one is named. */
export type Go = (to: SheetPage, itemId?: string) => void;

type AnswerSheetProps = {
  readonly slug: string;
  readonly answerable: AnswerableRound;
  readonly timeZone: string;
  /** What earlier rounds found on carried items, by item id. */
  readonly earlier: Readonly<Record<string, EarlierItem>>;
  /** The papers that the hosts give to read with this round. */
  readonly background: ReactNode;
  /** The session in the room in which it is asked, if there is one. */
  readonly room: Room | null;
  /** Leads to what there is to do once the round has been withdrawn or closed since this page was loaded. */
  /** What the room tells of the state of its round; empty where there is none. */
  readonly told: string;
  readonly onLook: () => void;
  /** The round has closed over these answers, and what was last sent of them. */
  readonly onClosed: (answers: Answers, sent: SentResponse | null) => void;
};

/** One agenda question per page, then the review, then the receipt; all of them reachable until the round closes. */
export function AnswerSheet({
  slug,
  answerable: loaded,
  timeZone,
  earlier,
  background,
  room,
  told,
  onLook,
  onClosed,
}: AnswerSheetProps) {
  const round = useStanding(slug, loaded.round, { told });
  const answerable = { ...loaded, round };
  const draft = useDraft(loaded);
  const { questionnaire } = answerable;
  const pages = questionnaire.agendaQuestions.length;
  const [sent, setSent] = useState<SentResponse | null>(answerable.sent);
  const [behind, setBehind] = useState(answerable.behind);
  const receipt = sent?.receipt ?? null;
  // Who comes back after sending, whether a reply came or not, reads how it stands.
  const start = sent === null ? 0 : "receipt";
  const [page, setPage] = useState<SheetPage>(() => pageInAddress(pages) ?? start);
  const [itemId, setItemId] = useState<string | null>(null);
  const [reviewed, setReviewed] = useState(false);
  const [sending, setSending] = useState(false);
  const here = room?.view?.round.id === answerable.round.roundId ? room : null;

  // A receipt stands for what is on this device, or is not shown.
  const unsent =
    sent !== null &&
    receipt !== null &&
    canonicalJson(givenOf(draft.answers)) !== canonicalJson(sent.answers);
  const shown = page === "receipt" && (receipt === null || unsent) ? "review" : page;
  useTurning(shown);

  const go: Go = (to, item) => {
    setPage(to);
    setItemId(item ?? null);
    window.history.pushState(null, "", typeof to === "number" ? `#question-${to + 1}` : `#${to}`);
    window.scrollTo(0, 0);
  };

  // Whoever begins here, and turns to no page, comes in where the room is.
  const [begins] = useState(() => (start === 0 && pageInAddress(pages) === null ? 0 : null));
  const offer = useFollowing(here?.view ?? null, shown, begins, go);

  // What is on its way is waited for: whether it was taken is then known.
  const over = here?.view != null && !sending && roundDue(shownHere(answerable), here.view) === "close";
  const close = useRef(() => onClosed(draft.answers, sent));
  close.current = () => onClosed(draft.answers, sent);
  useEffect(() => {
    if (over) close.current();
  }, [over]);

  useEffect(() => {
    const onBack = () => {
      setItemId(null);
      setPage(pageInAddress(pages) ?? start);
    };
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, [pages, start]);

  useEffect(() => {
    if (shown === "review") setReviewed(true);
  }, [shown]);

  // A last call ends sooner than was planned, and the strip counts it down: two times would be one too many.
  const calling = here?.view?.phase === "lastCall" && round.closedAt === null;
  const closes = calling ? null : <Closes asked={round} timeZone={timeZone} onLook={onLook} />;
  function turned() {
    if (shown === "receipt" && sent !== null && receipt !== null)
      return (
        <Receipt
          slug={slug}
          answerable={answerable}
          closes={round.closedAt === null ? null : closes}
          calling={calling}
          timeZone={timeZone}
          receipt={receipt}
          answers={sent.answers}
          heading={focused}
          onChange={() => go(0)}
        />
      );
    if (typeof shown !== "number")
      return (
        <Review
          answerable={answerable}
          closes={closes}
          draft={draft}
          sent={sent}
          unsent={unsent}
          behind={behind}
          sending={sending}
          onSending={setSending}
          heading={focused}
          go={go}
          onSent={(response) => {
            setSent(response);
            setBehind(false);
          }}
          onWithdrawn={onLook}
          onClosed={(last) => onClosed(draft.answers, last)}
        />
      );
    if (answerable.round.kind === "window")
      return (
        <WindowPage
          slug={slug}
          answerable={answerable}
          closes={closes}
          draft={draft}
          heading={focused}
          onReview={() => go("review")}
        />
      );
    return (
      <QuestionPage
        key={shown}
        slug={slug}
        answerable={answerable}
        closes={closes}
        earlier={earlier}
        background={background}
        draft={draft}
        index={shown}
        itemId={itemId}
        reviewed={reviewed}
        heading={focused}
        go={go}
      />
    );
  }

  return (
    <>
      <RoomBar
        room={room}
        written={receipt === null ? "nothingSent" : unsent ? "changed" : "received"}
        offer={offer}
        onGo={go}
        onReview={shown === "review" ? null : () => go("review")}
      />
      {turned()}
    </>
  );
}

const shownHere = ({ round }: AnswerableRound) => ({ roundId: round.roundId, answering: true });

function pageInAddress(pages: number): SheetPage | null {
  const named = window.location.hash.slice(1);
  if (named === "review" || named === "receipt") return named;
  const number = Number(/^question-(\d+)$/.exec(named)?.[1]);
  return number >= 1 && number <= pages ? number - 1 : null;
}
