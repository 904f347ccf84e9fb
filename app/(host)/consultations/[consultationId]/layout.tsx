import { getTranslations } from "next-intl/server";
import { SimulatedNotice, Wordmark } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import { SignOut } from "../sign-out";
import { PathLine } from "./path-line";
import { Tabs } from "./tabs";

export default async function ConsultationLayout({
  children,
  params,
}: LayoutProps<"/consultations/[consultationId]">) {
  const { consultationId } = await params;
  const t = await getTranslations("shell");
  const consultation = await forPage(
    getQueryClient().fetchQuery(trpc.consultations.overview.queryOptions({ consultationId })),
  );
  const current = consultation.rounds.find(({ stage }) => stage !== "closed") ?? consultation.rounds.at(-1);
  const lastClosed = consultation.rounds.findLast(({ stage }) => stage === "closed");
  const base = `/consultations/${consultationId}`;
  const tabs = [
    { href: base, name: t("overview") },
    ...(current
      ? [
          {
            href: `${base}/rounds/${current.id}/questionnaire`,
            name: t("questionnaire"),
            kind: "/questionnaire",
          },
        ]
      : []),
    { href: `${base}/seats`, name: t("seats") },
    ...(consultation.rounds.length > 0 && !consultation.ended
      ? [{ href: `${base}/room`, name: t("room"), within: true }]
      : []),
    ...(consultation.mine.invite ? [{ href: `${base}/mail`, name: t("mail") }] : []),
    ...(current && consultation.enrolmentOpen
      ? [{ href: `${base}/rounds/${current.id}/floor`, name: t("floor"), kind: "/floor" }]
      : []),
    ...(lastClosed
      ? [
          { href: `${base}/rounds/${lastClosed.id}/themes`, name: t("themes"), kind: "/themes" },
          { href: `${base}/rounds/${lastClosed.id}/findings`, name: t("findings"), kind: "/findings" },
        ]
      : []),
    { href: `${base}/paper`, name: t("paper"), within: true },
    { href: `${base}/report`, name: t("report") },
    { href: `${base}/people`, name: t("people") },
    ...(consultation.mine.oversee ? [{ href: `${base}/log`, name: t("log") }] : []),
    { href: `${base}/settings`, name: t("settings") },
  ];
  return (
    <>
      {consultation.simulated && <SimulatedNotice />}
      <header className="topbar">
        <div className="topbar-row">
          <Wordmark />
          <span className="place">{consultation.title}</span>
          <span className="who">
            <SignOut />
          </span>
        </div>
        <Tabs label={t("label")} tabs={tabs} />
      </header>
      {consultation.mine.prepare && !consultation.enrolmentOpen && (
        <PathLine base={base} questionnaire={current && `${base}/rounds/${current.id}/questionnaire`} />
      )}
      {children}
    </>
  );
}
