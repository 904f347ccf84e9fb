import { getTranslations } from "next-intl/server";
import { forPage, getQueryClient, HydrateClient, trpc } from "@/app/_trpc/server";
import { titleWithin } from "../title";
import { MailDesk } from "./mail-desk";

export async function generateMetadata({ params }: PageProps<"/consultations/[consultationId]/mail">) {
  const [t, { consultationId }] = await Promise.all([getTranslations("mailDesk"), params]);
  return titleWithin(consultationId, t("title"));
}

export default async function MailPage({ params }: PageProps<"/consultations/[consultationId]/mail">) {
  const { consultationId } = await params;
  await forPage(getQueryClient().fetchQuery(trpc.mail.desk.queryOptions({ consultationId })));
  return (
    <HydrateClient>
      <MailDesk consultationId={consultationId} />
    </HydrateClient>
  );
}
