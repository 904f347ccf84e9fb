import type { ReactNode } from "react";
import { Masthead } from "./masthead";

type ExplainingPageProps = {
  readonly eyebrow: string;
  readonly title: string;
  readonly subtitle: string;
  readonly children: ReactNode;
};

/** A page that explains the service to anybody: the same for every consultation, so that it needs no session and no data. */
export function ExplainingPage({ eyebrow, title, subtitle, children }: ExplainingPageProps) {
  return (
    <>
      <Masthead />
      <main className="report" id="main">
        <p className="eyebrow">{eyebrow}</p>
        <h1>{title}</h1>
        <p className="subtitle">{subtitle}</p>
        {children}
      </main>
    </>
  );
}
