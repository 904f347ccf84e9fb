import "server-only";
import type { Metadata } from "next";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";

/** The title of a page within a consultation, told from those of other consultations; without a page, its overview's. */
export async function titleWithin(consultationId: string, page?: string): Promise<Metadata> {
  const { title } = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })),
  );
  return { title: page === undefined ? title : `${page} · ${title}` };
}
