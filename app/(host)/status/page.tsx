import Link from "next/link";
import { getFormatter, getTranslations } from "next-intl/server";
import { Masthead } from "@/app/_components/masthead";
import { forPage, getQueryClient, trpc } from "@/app/_trpc/server";
import type { CheckState } from "@/domain/status/checks";

export async function generateMetadata() {
  const t = await getTranslations("status");
  return { title: t("title") };
}

/** How loud a row is. */
const TAGS: Readonly<Record<CheckState, string>> = { well: "tag done", look: "tag", wrong: "tag alert" };
const MEGABYTE = 1_000_000;

/** How the instance is, and what to do where something is not well. */
export default async function StatusPage() {
  const [t, format, { versions, size, checks }] = await Promise.all([
    getTranslations("status"),
    getFormatter(),
    forPage(getQueryClient().fetchQuery(trpc.status.read.queryOptions())),
  ]);
  const wrong = checks.filter(({ state }) => state !== "well").length;
  return (
    <>
      <Masthead>
        <Link href="/consultations">{t("back")}</Link>
      </Masthead>
      <main className="sheet" id="main">
        <h1>{t("title")}</h1>
        <p className="lede">{t("summary", { count: wrong })}</p>
        <ul className="stack">
          {checks.map(({ name, state, said, values }) => (
            <li className="panel" key={name}>
              <h2>{t(`names.${name}`)}</h2>
              <p>
                <span className={TAGS[state]}>{t(`states.${state}`)}</span>
              </p>
              {/* Each check has the sentences that its name and `said` name; [O31] holds both together. */}
              <p>{t(`said.${name}.${said}` as "said.mail.well", values)}</p>
            </li>
          ))}
        </ul>
        <p className="help">
          {t("versions", versions)} {t("size", { megabytes: format.number(Math.ceil(size / MEGABYTE)) })}
        </p>
      </main>
    </>
  );
}
