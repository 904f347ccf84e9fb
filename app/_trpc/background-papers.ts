import "server-only";
import { cache } from "react";
import { forPage, getQueryClient, trpc } from "./server";

/** The background papers of a consultation by round, asked for once however many parts of a page need them. */
export const backgroundPapersOf = cache((slug: string) =>
  forPage(getQueryClient().fetchQuery(trpc.backgroundPapers.ofConsultation.queryOptions({ slug }))),
);
