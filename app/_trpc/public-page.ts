import "server-only";
import { forPage, getQueryClient, trpc } from "./server";

/** A consultation as anybody may read it, asked for once however many parts of a page need it. */
export const publicPageOf = (slug: string) =>
  forPage(getQueryClient().fetchQuery(trpc.consultations.publicPage.queryOptions({ slug })));
