import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** Ten seats round a table are drawn as dots on a circle. */
const SEATS = [
  [12, 3],
  [17.29, 4.72],
  [20.56, 9.22],
  [20.56, 14.78],
  [17.29, 19.28],
  [12, 21],
  [6.71, 19.28],
  [3.44, 14.78],
  [3.44, 9.22],
  [6.71, 4.72],
] as const;

export function Wordmark() {
  const t = useTranslations("product");
  return (
    <Link className="wordmark" href="/" prefetch={false}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        {SEATS.map(([x, y]) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r="1.9" />
        ))}
      </svg>
      {t("name")}
    </Link>
  );
}

/** The top of a page for participants and readers; `children` stand at its end. */
export function Masthead({ children }: { children?: ReactNode }) {
  return (
    <header className="masthead">
      <Wordmark />
      {children}
    </header>
  );
}

/** Says that answers are simulated; stands first on every page of such a consultation. */
export function SimulatedNotice() {
  const t = useTranslations("product");
  return (
    <aside className="demo" aria-label={t("simulatedLabel")}>
      {t("simulated")}
    </aside>
  );
}
