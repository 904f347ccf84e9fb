import { useTranslations } from "next-intl";
import type { Desk } from "./mail-desk";

type Invitation = Desk["seats"][number]["invitation"];

/** What became of a mail, with the server's own words where it had something to say. */
export function MailState({ state, said }: NonNullable<Invitation>) {
  const t = useTranslations("mailDesk");
  return (
    <>
      <span className={state === "sent" ? "tag done" : "tag none"}>{t(`state.${state}`)}</span>
      {said !== null && <span className="fine said">{t("said", { said })}</span>}
    </>
  );
}
