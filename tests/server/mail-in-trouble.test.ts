import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { noteBounce } from "@/bin/mail-bounce";
import { deliveries, seatAddresses } from "@/db/registry/schema";
import { deliver } from "@/server/mail/delivery";
import { mailerFor } from "@/server/mail/mailer";
import { newToken } from "@/server/panel/links";
import { newDatabase } from "@/tests/support/databases";
import { postedScene } from "@/tests/support/posted";

const stage = await postedScene(12);
const { registry, play, post, addressOf, asHost, seatNamed } = stage;
const { consultationId } = play;
const seatOne = seatNamed("Delegation 1");

const desk = () => asHost().mail.desk({ consultationId });
const invitationOf = async (delegation: string) =>
  (await desk()).seats.find((seat) => seat.delegation === delegation)?.invitation;
const mailsTo = (delegation: string) => post.received.filter(({ to }) => to.includes(addressOf(delegation)));
const invite = (...delegations: string[]) =>
  asHost().mail.sendInvitations({ consultationId, seatIds: delegations.map(seatNamed) });
const untilSent = (delegation: string) =>
  expect.poll(() => invitationOf(delegation), { timeout: 20_000 }).toEqual({ state: "sent", said: null });

// Nobody sends yet, so that this mail is tried here alone.
it("[M34] to a mail server that does not answer waits, and fails in the end, with words that say so", async () => {
  const mailer = mailerFor({ SMTP_URL: "smtp://127.0.0.1:1", AUTH_EMAIL_FROM: "no-reply@tour.example" });
  const posting = { db: registry, mailer, publicUrl: "https://tour-de-table.example", newToken };
  const seatId = seatNamed("Delegation 8");
  await invite("Delegation 8");
  const [delivery] = await registry.select().from(deliveries).where(eq(deliveries.seatId, seatId));
  const mail = { mailingId: delivery?.mailingId ?? "", seatId, sending: delivery?.sending ?? "" };
  const tried = (lastTry: boolean) => deliver(mail, { now: play.clock.now, lastTry }, posting);
  await expect(tried(false)).rejects.toThrow();
  const said = "The mail server did not answer.";
  expect(await invitationOf("Delegation 8")).toEqual({ state: "waiting", said });
  await tried(true);
  expect(await invitationOf("Delegation 8")).toEqual({ state: "failed", said });
  mailer.close();
});

describe("mail that came back", () => {
  beforeAll(() => stage.startSending());

  const returned = (id: string, action: string) =>
    [
      "From: MAILER-DAEMON@mx.example",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
      "",
      "--part",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      "Final-Recipient: rfc822; delegation-5@mission.example",
      `Action: ${action}`,
      "Status: 5.2.2",
      "Diagnostic-Code: smtp; 552 5.2.2 The mailbox",
      "    is full",
      "",
      "--part",
      "Content-Type: text/rfc822-headers",
      "",
      `Message-ID: ${id}`,
      "",
      "--part--",
    ].join("\r\n");
  const note = (text: string) => asHost().mail.noteReturned({ consultationId, text });
  const said = "552 5.2.2 The mailbox is full";
  const idOf = (nth: number) => mailsTo("Delegation 5")[nth]?.messageId ?? "";

  it("[M9] is noted with what the other server said, once its report is pasted", async () => {
    await invite("Delegation 5");
    await untilSent("Delegation 5");
    await expect(note(returned(idOf(0), "delayed"))).rejects.toThrow("could not be delivered");
    await expect(note(returned("<another@mx.example>", "failed"))).rejects.toThrow("names no mail");
    expect(await note(returned(idOf(0), "failed"))).toEqual({ delegations: ["Delegation 5"] });
    expect(await invitationOf("Delegation 5")).toEqual({ state: "bounced", said });
  });

  it("[M30] is not noted where another was sent since, and is whichever of its recipients failed", async () => {
    await invite("Delegation 5");
    await untilSent("Delegation 5");
    await expect(note(returned(idOf(0), "failed"))).rejects.toThrow("an earlier mail to this seat");
    expect(await invitationOf("Delegation 5")).toEqual({ state: "sent", said: null });
    const ofTwo = returned(idOf(1), "failed").replace(
      "Final-Recipient",
      "Final-Recipient: rfc822; other@mission.example\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient",
    );
    expect(await note(ofTwo)).toEqual({ delegations: ["Delegation 5"] });
    expect(await invitationOf("Delegation 5")).toEqual({ state: "bounced", said });
  });
});

describe("an invitation", () => {
  it("[M33] goes to those alone that were not mailed yet, once, whoever else invites them from an older page", async () => {
    const rest = () => asHost().mail.sendInvitations({ consultationId, seatIds: "notMailed" });
    const mailed = new Set((await registry.select().from(deliveries)).map(({ seatId }) => seatId));
    const unmailed = (await desk()).seats.filter(
      ({ id, enrolled, addresses }) => !mailed.has(id) && !enrolled && addresses.length > 0,
    );
    const both = await Promise.allSettled([rest(), rest()]);
    const queued = both.flatMap((one) => (one.status === "fulfilled" ? one.value.queued : []));
    expect(queued).toEqual([unmailed.length]);
    await expect(rest()).rejects.toThrow("No mail was queued");
    await untilSent("Delegation 7");
    expect(mailsTo("Delegation 7")).toHaveLength(1);
    expect(mailsTo("Delegation 5")).toHaveLength(2);
  });

  it("[M35] of a seat that shares an address says with which other", async () => {
    const shared = { seatId: seatOne, address: addressOf("Delegation 9").toUpperCase() };
    await registry.insert(seatAddresses).values(shared);
    const sharing = async (delegation: string) =>
      (await desk()).seats.find(({ name }) => name === delegation)?.shares;
    expect(await sharing("Delegation 1")).toEqual(["Delegation 9"]);
    expect(await sharing("Delegation 9")).toEqual(["Delegation 1"]);
    expect(await sharing("Delegation 10")).toEqual([]);
    await registry.delete(seatAddresses).where(eq(seatAddresses.address, shared.address));
  });
});

it("[M36] what a mail server pipes in is answered to nobody, and is kept by it where the registry does not answer", async () => {
  const away = "From: seat@mission.example\r\nSubject: Out of office\r\n\r\nI am away.";
  expect(await noteBounce(await newDatabase("registryCluster"), away)).toEqual({
    said: expect.stringContaining("does not say that a mail could not be delivered"),
    code: 0,
  });
  const failed = `Action: failed\r\n\r\nMessage-ID: <${seatOne}.${seatOne}.${seatOne}@tour.example>`;
  expect(await noteBounce("postgres://nobody@127.0.0.1:1/registry", failed)).toMatchObject({ code: 75 });
});
