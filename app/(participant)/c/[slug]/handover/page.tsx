import { getTranslations } from "next-intl/server";
import { Masthead, SimulatedNotice } from "@/app/_components/masthead";
import { publicPageOf } from "@/app/_trpc/public-page";
import { PrintButton } from "./print-button";

type HandoverPageProps = PageProps<"/c/[slug]/handover">;

const PASSES = ["code", "page", "words", "answers"] as const;
const STAYS = ["device", "link"] as const;
const STEPS = ["send", "meet", "open", "compare", "remove"] as const;
const NEVER = ["mail", "folder", "hosts", "enrolAgain", "both"] as const;

export async function generateMetadata({ params }: HandoverPageProps) {
  const [t, page] = await Promise.all([
    getTranslations("handover"),
    params.then(({ slug }) => publicPageOf(slug)),
  ]);
  return { title: `${t("title")} · ${page.title}`, robots: { index: false } };
}

/**
 * How a participant who is posted elsewhere hands a seat over: to be read and printed, without a session. It asks the
 * browser for nothing and shows no code: what is printed of it can lie about.
 */
export default async function HandoverPage({ params }: HandoverPageProps) {
  const { slug } = await params;
  const [t, page] = await Promise.all([getTranslations("handover"), publicPageOf(slug)]);
  return (
    <>
      {page.simulated && <SimulatedNotice />}
      <Masthead />
      <main className="sheet" id="main">
        <div>
          <p className="eyebrow">{page.title}</p>
          <h1>{t("title")}</h1>
        </div>
        <p className="lede">{t("lede")}</p>
        <div className="noprint">
          <PrintButton />
        </div>
        <h2>{t("what")}</h2>
        <dl className="sees">
          {PASSES.map((part) => (
            <div key={part}>
              <dt>{t(`passes.${part}.name`)}</dt>
              <dd>{t(`passes.${part}.what`)}</dd>
            </div>
          ))}
        </dl>
        {page.fingerprint !== null && (
          <p>
            {t("fingerprint")} <span className="mono">{page.fingerprint.join(" ")}</span>
          </p>
        )}
        <h2>{t("how")}</h2>
        <ol className="bullets">
          {STEPS.map((step) => (
            <li key={step}>{t(`steps.${step}`)}</li>
          ))}
        </ol>
        <h2>{t("not")}</h2>
        <ul className="bullets">
          {NEVER.map((never) => (
            <li key={never}>{t(`never.${never}`)}</li>
          ))}
        </ul>
        <h2>{t("stays")}</h2>
        <ul className="bullets">
          {STAYS.map((part) => (
            <li key={part}>{t(`staying.${part}`)}</li>
          ))}
        </ul>
        <section className="notice" aria-labelledby="lost">
          <h2 className="title" id="lost">
            {t("lost")}
          </h2>
          <p>{t("lostWhat")}</p>
          <p>{t("lostNext")}</p>
        </section>
        <p className="noprint">
          <a href={`/c/${slug}/restore`}>{t("restore")}</a>
        </p>
      </main>
    </>
  );
}
