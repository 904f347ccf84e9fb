"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { InvitationLink } from "@/domain/consultation/invitation-csv";
import { MakeLinks } from "./make-links";
import type { Seat } from "./seats";

type LinksForAllProps = {
  readonly consultationId: string;
  readonly seats: readonly Seat[];
  readonly onMade: (links: readonly InvitationLink[]) => void;
};

/** Links for every seat that has not enrolled, or for those of them that have none yet. */
export function LinksForAll({ consultationId, seats, onMade }: LinksForAllProps) {
  const t = useTranslations("seats");
  const [everyone, setEveryone] = useState(false);
  const toEnrol = seats.filter(({ enrolled }) => !enrolled);
  const without = toEnrol.filter(({ invited }) => !invited);
  const choice = without.length > 0 && without.length < toEnrol.length;
  const onlyWithout = choice && !everyone;
  const chosen = onlyWithout ? without : toEnrol;
  return (
    <section className="panel" aria-labelledby="links">
      <h2 id="links">{t("links")}</h2>
      <p className="help">{t(toEnrol.length > 0 ? "linksHelp" : "allEnrolled")}</p>
      {choice && (
        <fieldset>
          <legend className="label">{t("linksFor")}</legend>
          {[false, true].map((all) => (
            <label className="check" key={String(all)}>
              <input
                type="radio"
                name="links-for"
                checked={everyone === all}
                onChange={() => setEveryone(all)}
              />
              <span>
                {all
                  ? t("forAll", { count: toEnrol.length })
                  : t("forThoseWithout", { count: without.length })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {toEnrol.length > 0 && (
        <MakeLinks
          consultationId={consultationId}
          seats={chosen}
          seatIds={onlyWithout ? without.map(({ id }) => id) : "all"}
          onMade={onMade}
        />
      )}
    </section>
  );
}
