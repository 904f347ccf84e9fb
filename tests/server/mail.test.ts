import { eq, sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { deliveries, invitations, issuance, seatAddresses } from "@/db/registry/schema";
import { tokenHash } from "@/server/enrolment/commands";
import { settleLost } from "@/server/mail/lost";
import { storedEntries } from "@/tests/support/log-tampering";
import { postedScene } from "@/tests/support/posted";

const stage = await postedScene(12);
const { registry, play, post, refusals, addressOf, asHost, seatNamed } = stage;
const { consultationId, roundId } = play;
const seatOne = seatNamed("Delegation 1");

const desk = () => asHost().mail.desk({ consultationId });
const invitationOf = async (delegation: string) =>
  (await desk()).seats.find((seat) => seat.delegation === delegation)?.invitation;
const mailsTo = (delegation: string) => post.received.filter(({ to }) => to.includes(addressOf(delegation)));
const invite = (...delegations: string[]) =>
  asHost().mail.sendInvitations({ consultationId, seatIds: delegations.map(seatNamed) });
const linksOf = (seatId: string) => registry.select().from(invitations).where(eq(invitations.seatId, seatId));
const jobs = () => registry.execute(sql`SELECT data, state FROM pgboss.job WHERE name = 'mail'`);

describe("before anything is sent", () => {
  it("[M5] addresses are changed over those that were seen, and the log does not have them", async () => {
    const change = (before: string[], text: string) =>
      asHost().mail.changeAddresses({ consultationId, seatId: seatOne, before, text });
    const first = addressOf("Delegation 1");
    await change([first], `${first}, Second@Mission.Example`);
    await expect(change([first], "other@mission.example")).rejects.toThrow("Another host has changed");
    await expect(change([first, "Second@mission.example"], "nobody")).rejects.toThrow("“nobody” is not an");
    await change(["Second@mission.example", first], first);
    const log = JSON.stringify(await storedEntries(registry, consultationId));
    expect(log).toContain("addresses changed");
    expect(log).not.toContain("@mission");
  });

  it("[M7] a queued invitation holds no token and no address, and none is minted", async () => {
    const links = await linksOf(seatOne);
    expect(await invite("Delegation 1")).toEqual({ queued: 1 });
    const [job] = await jobs();
    expect(Object.keys(job?.data as object).toSorted()).toEqual(["mailingId", "seatId", "sending"]);
    expect(await linksOf(seatOne)).toEqual(links);
    expect(await invitationOf("Delegation 1")).toEqual({ state: "waiting", said: null });
  });

  it("[M12] one whose mail is on its way, who has no address or who has enrolled is not queued", async () => {
    await expect(invite("Delegation 1")).rejects.toThrow("No mail was queued");
    await registry.delete(seatAddresses).where(eq(seatAddresses.seatId, seatNamed("Delegation 2")));
    await registry.insert(issuance).values({ seatId: seatNamed("Delegation 3"), roundId, generation: 0 });
    await expect(invite("Delegation 2", "Delegation 3")).rejects.toThrow("No mail was queued");
  });
});

describe("an invitation by mail", () => {
  let linksBefore: Awaited<ReturnType<typeof linksOf>> = [];
  beforeAll(async () => {
    linksBefore = await linksOf(seatOne);
    await asHost().conduct.openEnrolment({ consultationId });
  });
  afterEach(() => vi.restoreAllMocks());

  it("[M21] to a seat that enrols while it waits is not sent, and leaves the trace of one that was", async () => {
    const seatId = seatNamed("Delegation 12");
    expect(await invite("Delegation 12")).toEqual({ queued: 1 });
    await registry.insert(issuance).values({ seatId, roundId, generation: 0 });
    const links = await linksOf(seatId);
    await stage.startSending();
    const trace = () => registry.select().from(deliveries).where(eq(deliveries.seatId, seatId));
    await expect.poll(trace, { timeout: 20_000 }).toMatchObject([{ state: "sent", said: null }]);
    expect(mailsTo("Delegation 12")).toEqual([]);
    expect(await linksOf(seatId)).toEqual(links);
  });

  it("[M8] says in plain text and HTML what it is for, with a link that holds and the six words, and loads nothing", async () => {
    await expect.poll(() => mailsTo("Delegation 1").length, { timeout: 20_000 }).toBe(1);
    const [mail] = mailsTo("Delegation 1");
    const { fingerprint } = await asHost().consultations.publicPage({ slug: play.slug });
    const token = /\/join#(\S+)/.exec(mail?.text ?? "")?.[1] ?? "";
    expect((await linksOf(seatOne)).length).toBe(linksBefore.length + 1);
    expect(
      (await linksOf(seatOne)).some((link) => Buffer.from(link.tokenHash).equals(tokenHash(token))),
    ).toBe(true);
    for (const form of [mail?.text.replace(/\s+/g, " "), mail?.html]) {
      for (const said of ["Delegation 1", fingerprint?.join(" "), token, "Never whether you answered", "UTC"])
        expect(form).toContain(said);
    }
    expect(mail?.html).not.toMatch(/<(img|link|script|style|iframe)|src=|url\(/i);
    expect(
      mail?.html.match(/https?:\/\/[^/"<]+/g)?.every((at) => at === "https://tour-de-table.example"),
    ).toBe(true);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    await expect.poll(jobs, { timeout: 10_000 }).toEqual([]);
    expect(await invitationOf("Delegation 1")).toEqual({ state: "sent", said: null });
  });

  it("[M11] that the server refuses is shown with its own words, its token forgotten, and can be sent again", async () => {
    refusals.set(addressOf("Delegation 4"), { code: 550, said: "5.1.1 No such desk here" });
    const before = await linksOf(seatNamed("Delegation 4"));
    await invite("Delegation 4", "Delegation 5");
    const refused = { state: "failed", said: "550 5.1.1 No such desk here" };
    await expect.poll(() => invitationOf("Delegation 4"), { timeout: 20_000 }).toEqual(refused);
    await expect
      .poll(() => invitationOf("Delegation 5"), { timeout: 20_000 })
      .toMatchObject({ state: "sent" });
    expect(await linksOf(seatNamed("Delegation 4"))).toEqual(before);
    refusals.clear();
    await invite("Delegation 4");
    await expect
      .poll(() => invitationOf("Delegation 4"), { timeout: 20_000 })
      .toMatchObject({ state: "sent" });
  });

  it("[M11] that the server puts off waits, with its words, and is tried again", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    refusals.set(addressOf("Delegation 6"), { code: 451, said: "4.7.1 Greylisted, come back later" });
    await invite("Delegation 6");
    const waits = { state: "waiting", said: "451 4.7.1 Greylisted, come back later" };
    await expect.poll(() => invitationOf("Delegation 6"), { timeout: 20_000 }).toEqual(waits);
    await expect.poll(jobs, { timeout: 10_000 }).toMatchObject([{ state: "retry" }]);
    refusals.clear();
  });

  it("[M19] that waits without a job is said to have failed, and can be sent again", async () => {
    await registry.execute(sql`DELETE FROM pgboss.job WHERE name = 'mail'`);
    await settleLost(registry);
    expect(await invitationOf("Delegation 6")).toMatchObject({ state: "failed" });
    await invite("Delegation 6");
    await expect
      .poll(() => invitationOf("Delegation 6"), { timeout: 20_000 })
      .toMatchObject({ state: "sent" });
  });
});

it("[M18] acts of mail are recorded with numbers, and neither with addresses nor with who had not enrolled", async () => {
  const log = await storedEntries(registry, consultationId);
  const mailed = log.filter(({ act }) => act === "invitations mailed");
  expect(mailed.map(({ detail }) => detail)).toContainEqual({ count: 2 });
  expect(JSON.stringify(log)).not.toContain("@mission");
  expect(await registry.select().from(deliveries)).not.toEqual([]);
});
