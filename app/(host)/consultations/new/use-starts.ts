"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { ASKED_NOW } from "@/app/(host)/_components/saving-state";
import { suggestedRounds } from "@/domain/consultation/schedule";
import type { Start } from "@/domain/consultation/set-up-draft";
import type { AppRouter } from "@/server/trpc/router";

export type Beginning = inferRouterOutputs<AppRouter>["consultations"]["beginning"];

/** Where most consultations of missions to the United Nations are held. */
const TIME_ZONE = "America/New_York";
/** A title may have two hundred characters, and the mark of a copy takes some of them. */
const MOST_OF_TITLE = 180;

/** The levels of the paper's three workshops; a blank consultation is suggested two rounds. */
const LEVELS = {
  "dsr-2011": ["expert", "expert", "highLevel"],
  blank: ["expert", "highLevel"],
} as const;
export const TEMPLATES = ["dsr-2011", "blank"] as const;
type Template = (typeof TEMPLATES)[number];

export const isTemplate = (choice: string): choice is Template => choice in LEVELS;

/** What the path is filled in with, by what it starts from: a template at once, an earlier consultation once it is read. */
export function useStarts({ now }: Beginning) {
  const t = useTranslations("setUp");
  const tPath = useTranslations("setUpPath");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const suggested = (levels: readonly ("expert" | "highLevel")[], timeZone: string) =>
    suggestedRounds(levels, new Date(now), timeZone).map((round) => ({ ...round, copies: null }));

  const ofTemplate = (template: Template): Start => ({
    from: template,
    particulars:
      template === "blank"
        ? { title: "", subject: "", rule: t("defaultRule") }
        : { title: t("defaultTitle"), subject: t("defaultSubject"), rule: t("defaultRule") },
    timeZone: TIME_ZONE,
    missions: [],
    rounds: suggested(LEVELS[template], TIME_ZONE),
    seats: 0,
  });

  async function ofEarlier(consultationId: string): Promise<Start> {
    const asked = trpc.consultations.copyStart.queryOptions({ consultationId });
    const { title, subject, rule, ...earlier } = await queryClient.fetchQuery({ ...asked, ...ASKED_NOW });
    const { missions, seats } = earlier;
    const timeZone = earlier.timeZone ?? TIME_ZONE;
    return {
      from: consultationId,
      particulars: { title: tPath("copyTitle", { title: title.slice(0, MOST_OF_TITLE) }), subject, rule },
      timeZone,
      missions,
      rounds: earlier.rounds.length > 0 ? earlier.rounds : suggested(LEVELS.blank, timeZone),
      seats,
    };
  }

  return { ofTemplate, ofEarlier };
}
