import "server-only";
import { actsRouter } from "@/server/acts/router";
import { backgroundPapersRouter } from "@/server/background-papers/router";
import { conductRouter } from "@/server/conduct/router";
import { consultationsRouter } from "@/server/consultations/router";
import { editionsRouter } from "@/server/editions/router";
import { enrolmentRouter, walletsRouter } from "@/server/enrolment/router";
import { errataRouter } from "@/server/errata/router";
import { floorRouter } from "@/server/floor/router";
import { lettersRouter } from "@/server/letters/router";
import { mailRouter } from "@/server/mail/router";
import { manifestRouter } from "@/server/manifest/router";
import { panelRouter } from "@/server/panel/router";
import { papersRouter } from "@/server/papers/router";
import { peopleRouter } from "@/server/people/router";
import { publicationRouter } from "@/server/publication/router";
import { questionnairesRouter } from "@/server/questionnaires/router";
import { receiptsRouter } from "@/server/receipts/router";
import { replacementsRouter } from "@/server/replacements/router";
import { reportsRouter } from "@/server/reports/router";
import { conductingRouter } from "@/server/room/conducting";
import { roundsRouter } from "@/server/rounds/router";
import { sessionsRouter } from "@/server/sessions/router";
import { sheetsRouter } from "@/server/sheets/router";
import { statusRouter } from "@/server/status/router";
import { summariesRouter } from "@/server/summaries/router";
import { windowsRouter } from "@/server/windows/router";
import { wordingsRouter } from "@/server/wordings/router";
import { createCallerFactory, router } from "./init";

/** The registry side: everything that hosts, participants before they answer, and readers ask for. */
export const appRouter = router({
  acts: actsRouter,
  backgroundPapers: backgroundPapersRouter,
  conduct: conductRouter,
  consultations: consultationsRouter,
  editions: editionsRouter,
  enrolment: enrolmentRouter,
  errata: errataRouter,
  floor: floorRouter,
  letters: lettersRouter,
  mail: mailRouter,
  manifest: manifestRouter,
  panel: panelRouter,
  papers: papersRouter,
  people: peopleRouter,
  publication: publicationRouter,
  questionnaires: questionnairesRouter,
  receipts: receiptsRouter,
  replacements: replacementsRouter,
  reports: reportsRouter,
  room: conductingRouter,
  rounds: roundsRouter,
  sessions: sessionsRouter,
  sheets: sheetsRouter,
  status: statusRouter,
  summaries: summariesRouter,
  wallets: walletsRouter,
  wordings: wordingsRouter,
  windows: windowsRouter,
});
export type AppRouter = typeof appRouter;

/** Calls the registry's procedures without HTTP, for tests. */
export const callRegistry = createCallerFactory(appRouter);
