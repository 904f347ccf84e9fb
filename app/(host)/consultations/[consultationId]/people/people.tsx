"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { AddPerson } from "./add-person";
import { PersonRow } from "./person-row";

type PeopleProps = { readonly consultationId: string };

/** Everyone with a role: hosts mission by mission, then rapporteurs and observers. Participants are never among them. */
export function People({ consultationId }: PeopleProps) {
  const t = useTranslations("people");
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  const groups = [
    ...data.coHosts.map((mission) => ({
      name: mission,
      what: t("hostsOf"),
      mayChange: data.mine.prepare && mission === data.mine.mission,
      people: data.people.filter((person) => person.role === "host" && person.mission === mission),
    })),
    ...(["rapporteur", "observer"] as const).map((role) => ({
      name: t(`groups.${role}`),
      what: t(`may.${role}`),
      mayChange: data.mine.prepare,
      people: data.people.filter((person) => person.role === role),
    })),
  ];
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
      </div>
      <div className="cols cols-main-side">
        <div className="stack-lg">
          {groups.map((group) => (
            <section className="panel" key={group.name} aria-label={group.name}>
              <h2>{group.name}</h2>
              <p className="help">{group.what}</p>
              {group.people.length === 0 ? (
                <p className="help">{t("nobody")}</p>
              ) : (
                <ul className="signoffs">
                  {group.people.map((person) => (
                    <PersonRow
                      key={person.id}
                      consultationId={consultationId}
                      person={person}
                      mayChange={group.mayChange}
                    />
                  ))}
                </ul>
              )}
            </section>
          ))}
        </div>
        {data.mine.prepare && <AddPerson consultationId={consultationId} coHosts={data.coHosts} />}
      </div>
    </main>
  );
}
