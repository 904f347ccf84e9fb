import { randomUUID } from "node:crypto";
import { type Contents, pick } from "./calls";
import type { FuzzStage } from "./stage";

/** What the procedures of people, of the panel, its mail and its lost codes are sent when nothing is wrong with it. */
export function contentsOfPanel({ drafted }: FuzzStage): Contents {
  const { consultationId, roundId } = drafted;
  const there = { consultationId };
  const round = { consultationId, roundId };
  return {
    "mail.changeAddresses": (nth) => ({
      ...there,
      seatId: pick(drafted.seatIds, nth),
      before: [],
      text: `mission-${nth}@example.org`,
    }),
    "mail.desk": () => there,
    "mail.noteReturned": (nth) => ({ ...there, text: `Action: failed\nDiagnostic-Code: smtp; 550 ${nth}` }),
    "mail.planScheduled": (nth) => ({ ...round, twoDaysBefore: nth % 2 === 0, lastDay: true }),
    "mail.preview": () => ({ ...round, kind: "invitation", note: "" }),
    "mail.sendAgain": () => ({ ...there, mailingId: round.roundId }),
    "mail.sendInvitations": (nth) => ({ ...there, seatIds: [pick(drafted.seatIds, nth)] }),
    "mail.sendNotice": (nth) => ({ ...round, kind: "reminder", note: `A word, ${nth}`, seen: nth }),
    "panel.add": () => ({ ...there, names: ["Malaysia", "Netherlands"] }),
    "panel.addFurther": (nth) => ({ ...there, delegation: "Malaysia", place: 2 + (nth % 3) }),
    "panel.import": (nth) => ({ ...there, text: `delegation,kind\nAnother ${nth},other` }),
    "panel.issueLinks": (nth) => ({
      ...there,
      seatIds: [pick(drafted.seatIds, nth)],
      replace: nth % 2 === 0,
    }),
    "panel.preview": () => ({ ...there, text: 'delegation;kind\n"Korea, Republic of"\nNobody;other' }),
    "panel.remove": (nth) => ({ ...there, seatId: pick(drafted.seatIds, nth) }),
    "panel.seats": () => there,
    "panel.withdrawLinks": (nth) => ({ ...there, seatIds: [pick(drafted.seatIds, nth)] }),
    "people.changeRole": () => ({ ...there, personId: randomUUID(), role: "observer", mission: "" }),
    "people.endCoHosting": () => there,
    "people.handOver": (nth) => ({
      ...there,
      personId: randomUUID(),
      successor: { name: "Somebody", email: `successor-${nth}@audit.example` },
    }),
    "people.leave": () => ({ consultationId: randomUUID() }),
    "people.observed": () => undefined,
    "replacements.agree": (nth) => ({ ...there, seatId: pick(drafted.seatIds, nth) }),
    "replacements.ask": (nth) => ({
      ...there,
      seatId: pick(drafted.seatIds, nth),
      reason: "The code was lost.",
    }),
    "replacements.layAside": (nth) => ({ ...there, seatId: pick(drafted.seatIds, nth) }),
    "replacements.list": () => there,
  };
}
