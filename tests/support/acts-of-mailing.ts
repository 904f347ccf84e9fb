import { eq } from "drizzle-orm";
import { deliveries, mailings, seats } from "@/db/registry/schema";
import { messageIdOf } from "@/domain/mail/message-id";
import type { ActStage, Recorded } from "./acts-of-preparing";

/** Each act of a host about mail, in an order in which it can be done while a round is open. */
export function actsOfMailing({ registry, play }: ActStage): Readonly<Record<string, Recorded>> {
  const { consultationId, roundId, host } = play;
  const asHost = () => play.as(host);
  const seatId = async () => {
    const [seat] = await registry.select().from(seats).where(eq(seats.delegation, "Kenya"));
    return seat?.id ?? "";
  };
  const invitations = async () => {
    const [mailing] = await registry.select().from(mailings).where(eq(mailings.kind, "invitation"));
    return mailing?.id ?? "";
  };
  const became = (state: "sent" | "failed") => registry.update(deliveries).set({ state });
  return {
    "mail.changeAddresses": {
      act: "addresses changed",
      done: async () =>
        asHost().mail.changeAddresses({
          consultationId,
          seatId: await seatId(),
          before: [],
          text: "kenya@mission.example",
        }),
    },
    "mail.sendInvitations": {
      act: "invitations mailed",
      done: () => asHost().mail.sendInvitations({ consultationId, seatIds: "all" }),
    },
    "mail.sendAgain": {
      act: "mail sent again",
      first: () => became("failed"),
      done: async () => asHost().mail.sendAgain({ consultationId, mailingId: await invitations() }),
    },
    "mail.noteReturned": {
      act: "returned mail noted",
      first: () => became("sent"),
      done: async () => {
        const ofSeat = eq(deliveries.seatId, await seatId());
        const [delivery] = await registry.select().from(deliveries).where(ofSeat);
        const sending = delivery?.sending ?? "";
        const mail = { mailingId: await invitations(), seatId: await seatId(), sending };
        const text = `Action: failed\nStatus: 5.1.1\n\nMessage-ID: ${messageIdOf(mail, "tour.example")}`;
        await asHost().mail.noteReturned({ consultationId, text });
      },
    },
    "mail.sendNotice": {
      act: "notice mailed",
      done: async () => {
        const { notices } = await asHost().mail.desk({ consultationId });
        const reminder = { kind: "reminder", roundId, note: "", seen: notices.length } as const;
        await asHost().mail.sendNotice({ consultationId, ...reminder });
      },
    },
    "mail.planScheduled": {
      act: "scheduled mail chosen",
      done: () =>
        asHost().mail.planScheduled({ consultationId, roundId, twoDaysBefore: true, lastDay: false }),
    },
  };
}
