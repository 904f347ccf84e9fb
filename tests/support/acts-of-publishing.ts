import { and, eq } from "drizzle-orm";
import { signAll } from "@/bin/demo/signing";
import { openAnswers } from "@/db/ballot/schema";
import { rounds, themeCoders, windows } from "@/db/registry/schema";
import type { Subject } from "@/domain/edition/signed";
import { EMPTY_ARRANGEMENT } from "@/domain/summary/arrangement";
import { callClosing } from "@/server/trpc/closing-router";
import type { ActStage, Recorded } from "./acts-of-preparing";
import { answeredRound } from "./answered-round";
import { hashRead } from "./windows";

/** Each act of a host from the close of a round on, in an order in which it can be done. */
export function actsOfPublishing({ registry, ballot, play }: ActStage): Readonly<Record<string, Recorded>> {
  const { consultationId, roundId, host, clock } = play;
  const asHost = () => play.as(host);
  /** The closing process's procedures, as the host. */
  const atBench = () => {
    const { db, publicUrl: _, ...context } = play.context(host);
    return callClosing({ ...context, registry: db, ballot }).themes;
  };
  /** A round that is added, opened and withdrawn. */
  let second = "";
  const item = { consultationId, roundId, itemId: "why" };
  const answered = () =>
    ballot
      .insert(openAnswers)
      .values({ roundId, itemId: "why", consent: "notToBeReflected", text: "Because." });

  const FINDINGS = { of: "findings", roundId } as const;
  const WITHDRAWAL = { of: "withdrawal", number: 1 } as const;
  const signed = (subject: Subject) => signAll([asHost()], consultationId, subject);

  return {
    "wordings.choose": {
      act: "finding worded",
      done: async () => {
        // Nobody answered here, and of no answers nothing can be worded.
        await answeredRound(registry, roundId, 15, clock.now);
        await asHost().wordings.choose({
          consultationId,
          roundId,
          findingKey: "support/advice",
          position: 0,
          phrase: "noCommonView",
          reason: null,
          wording: null,
        });
      },
    },
    "editions.sign": { act: "version signed", done: () => signed(FINDINGS) },
    "editions.takeBack": {
      act: "signature taken back",
      done: () => asHost().editions.takeBack({ consultationId, subject: FINDINGS }),
    },
    "themes.release": {
      act: "themes released",
      done: async () => {
        await answered();
        await atBench().release(item);
      },
    },
    "themes.takeSecondPlace": { act: "second coder began", done: () => atBench().takeSecondPlace(item) },
    "themes.sayDone": { act: "coder done", done: () => atBench().sayDone(item) },
    "themes.settle": {
      act: "codings settled",
      done: async () => {
        await registry.update(themeCoders).set({ firstDone: true });
        await atBench().settle(item);
      },
    },
    "publication.publish": {
      act: "findings published",
      first: () => signed(FINDINGS),
      done: () => asHost().publication.publish({ consultationId, roundId }),
    },
    "summaries.save": {
      act: "summary saved",
      done: () =>
        asHost().summaries.save({
          consultationId,
          version: 0,
          arrangement: EMPTY_ARRANGEMENT,
          nextSteps: "",
        }),
    },
    "letters.save": {
      act: "letter saved",
      done: async () => {
        const { letter, version } = await asHost().letters.read({ consultationId });
        await asHost().letters.save({ consultationId, version, letter });
      },
    },
    "windows.open": {
      act: "window opened",
      done: async () => {
        const closesAt = new Date(clock.now.getTime() + 86_400_000).toISOString();
        const draftHash = await hashRead(asHost(), consultationId);
        await asHost().windows.open({ consultationId, closesAt, draftHash });
      },
    },
    "releases.closeWindow": {
      act: "window closed",
      done: async () => {
        const { db, publicUrl: _, ...context } = play.context(host);
        const [window] = await registry
          .select()
          .from(windows)
          .where(eq(windows.consultationId, consultationId));
        const about = { consultationId, roundId: window?.roundId ?? "" };
        await callClosing({ ...context, registry: db, ballot }).releases.closeWindow(about);
      },
    },
    "windows.reply": {
      act: "window replied to",
      done: () => asHost().windows.reply({ consultationId, number: 1, version: 0, text: "Taken up." }),
    },
    "publication.publishReport": {
      act: "report published",
      first: () => signed({ of: "report" }),
      done: () => asHost().publication.publishReport({ consultationId }),
    },
    "editions.note": {
      act: "withdrawal proposed",
      done: () =>
        asHost().editions.note({ consultationId, subject: WITHDRAWAL, text: "It was wrong.", version: 0 }),
    },
    "editions.withdraw": {
      act: "edition withdrawn",
      first: () => signed(WITHDRAWAL),
      done: () => asHost().editions.withdraw({ consultationId, number: 1 }),
    },
    "themes.destroy": { act: "open answers destroyed", done: () => atBench().destroy({ consultationId }) },
    "errata.withdraw": {
      act: "round withdrawn",
      first: async () => {
        const times = { opensAt: "2026-04-01T09:00", closesAt: "2026-12-03T18:00" };
        const plan = { level: "expert", timeZone: "UTC", ...times } as const;
        second = (await asHost().rounds.add({ consultationId, ...plan })).roundId;
        await asHost().conduct.openRound({ consultationId, roundId: second });
      },
      done: () =>
        asHost().errata.withdraw({
          consultationId,
          roundId: second,
          reason: "A word was missing.",
          copyHours: 72,
        }),
    },
    "conduct.end": {
      act: "consultation ended",
      // The round that was withdrawn would be opened anew before.
      first: () =>
        registry.delete(rounds).where(and(eq(rounds.consultationId, consultationId), eq(rounds.number, 2))),
      done: () => asHost().conduct.end({ consultationId }),
    },
  };
}
