import { useTranslations } from "next-intl";
import type { Chain } from "@/domain/acts/chain";

/** How the log holds together, as the server has just checked it, and how far the signed record vouches for it. */
export function ChainState({ chain }: { readonly chain: Chain }) {
  const t = useTranslations("log");
  const { entries, unchained, verified, vouched, head, broken } = chain;
  if (broken !== null)
    return (
      <div className="notice caution" role="alert">
        <p className="title">{t("broken", { position: broken.position })}</p>
        <p>{t(`why.${broken.why}`)}</p>
        <p>{t("brokenNext")}</p>
      </div>
    );
  return (
    <section className="notice settled" aria-labelledby="chain">
      <p className="title" id="chain">
        {t("holds", { verified, entries })}
      </p>
      <p>{t("vouched", { vouched, after: entries - vouched })}</p>
      {unchained > 0 && <p>{t("unchained", { unchained })}</p>}
      {head !== null && (
        <p>
          {t("head")} <code>{head}</code>
        </p>
      )}
    </section>
  );
}
