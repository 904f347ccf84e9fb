"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/app/_trpc/client";
import { obstacleToTaking } from "@/domain/consultation/hosting";
import { AddPerson } from "./add-person";
import { Leaving } from "./leaving";
import { type Person, PersonRow } from "./person-row";
import { useSignInLink } from "./sign-in-link";

type PeopleProps = { readonly consultationId: string };

/** Everyone with a role: hosts mission by mission, then rapporteurs and observers. Participants are never among them. */
export function People({ consultationId }: PeopleProps) {
  const t = useTranslations("people");
  const tActs = useTranslations("peopleActs");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useSuspenseQuery(trpc.consultations.overview.queryOptions({ consultationId }));
  const successor = useSignInLink();
  const hostsOf = (mission: string | null) =>
    data.people.filter((person) => person.role === "host" && person.mission === mission);
  // Missions are known here by their names, of which there is one each.
  const obstacleTo = ({ role, mission }: Person) =>
    obstacleToTaking({ role, missionId: mission }, { missionId: data.mine.mission }, hostsOf(mission).length);

  /** The successor is mailed a link; whoever has handed over their own role has no session any more. */
  async function onHandedOver(person: Person, email: string) {
    await successor.mutateAsync(email).catch(() => undefined);
    if (person.id === data.mine.person) await signOut({ callbackUrl: "/sign-in" });
    else await queryClient.invalidateQueries(trpc.consultations.pathFilter());
  }

  const groups = [
    ...data.coHosts.map((mission) => ({ name: mission, what: t("hostsOf"), people: hostsOf(mission) })),
    ...(["rapporteur", "observer"] as const).map((role) => ({
      name: t(`groups.${role}`),
      what: t(`may.${role}`),
      people: data.people.filter((person) => person.role === role),
    })),
  ];
  const me = data.people.find(({ id }) => id === data.mine.person);
  return (
    <main className="desk stack-lg" id="main">
      <div className="desk-head">
        <div>
          <h1>{t("title")}</h1>
          <p>{t("lede")}</p>
        </div>
      </div>
      <div aria-live="polite">
        {successor.isSuccess && (
          <p className="notice settled">{tActs("handedOver", { email: successor.variables })}</p>
        )}
        {successor.isError && (
          <p className="notice caution">{tActs("handedOverNotMailed", { email: successor.variables })}</p>
        )}
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
                      own={person.id === data.mine.person}
                      mayChange={data.mine.prepare && obstacleTo(person) !== "hosts_of_another_mission"}
                      lastHost={obstacleTo(person) === "last_host"}
                      onHandedOver={(email) => onHandedOver(person, email)}
                    />
                  ))}
                </ul>
              )}
            </section>
          ))}
          {me !== undefined && (
            <Leaving
              consultationId={consultationId}
              mission={data.mine.prepare ? data.mine.mission : null}
              lastHost={obstacleTo(me) === "last_host"}
              lastMission={data.coHosts.length === 1}
            />
          )}
        </div>
        {data.mine.prepare && (
          <AddPerson consultationId={consultationId} coHosts={data.coHosts} ownMission={data.mine.mission} />
        )}
      </div>
    </main>
  );
}
