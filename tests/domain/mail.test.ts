import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAddresses } from "@/domain/mail/addresses";
import { mailsNamedIn, messageIdOf } from "@/domain/mail/message-id";
import { noticesFitting, stillTrue } from "@/domain/mail/notice";
import { dueNow, SCHEDULED, scheduledAt } from "@/domain/mail/schedule";
import { html, plainText, type Written } from "@/domain/mail/written";

const HOUR = 3_600_000;
const ZONES = ["America/New_York", "Europe/Paris", "Asia/Kolkata", "Pacific/Auckland", "UTC"];
const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2028-01-01"), noInvalidDate: true });

describe("addresses", () => {
  it("[M4] are read between commas, semicolons and spaces, each once, the domain in lower case", () => {
    expect(readAddresses(" Desk@Mission.Example; second@mission.example,\ndesk@mission.example ")).toEqual({
      addresses: ["desk@mission.example", "second@mission.example"],
      issue: null,
    });
    expect(readAddresses("  ")).toEqual({ addresses: [], issue: null });
  });

  it.each(["nobody", "a@b", "a@b.c\u0000", "<a@mission.example>", "a@b@c.example:25"])(
    "[M4] what is none is named, and nothing is taken: %s",
    (text) => {
      const read = readAddresses(`good@mission.example, ${text}`);
      expect(read.addresses).toEqual([]);
      expect(read.issue).toMatchObject({ code: "address_unreadable" });
    },
  );

  it("[M4] are five at the most", () => {
    const six = Array.from({ length: 6 }, (_, index) => `a${index}@mission.example`).join();
    expect(readAddresses(six).issue).toMatchObject({ code: "addresses_too_many" });
  });
});

describe("a written mail", () => {
  it("[M6] says the same in both forms, and no text in it becomes markup", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, name) => {
        const mail: Written = {
          subject: name,
          parts: [
            { kind: "paragraph", text },
            { kind: "link", name, href: "https://tour.example/#a" },
            { kind: "facts", facts: [[name, text]] },
          ],
        };
        expect(plainText(mail)).toContain(text);
        const tags = html(mail, "en").match(/<[^>]*>/g) ?? [];
        const ours =
          /^<(\/?(html|head|title|body|p|a|strong|h2)|!doctype html|meta charset="utf-8"|html lang="en"|br|a href="https:\/\/tour\.example\/#a")>$/;
        expect(tags.filter((tag) => !ours.test(tag))).toEqual([]);
      }),
    );
  });
});

describe("a Message-ID", () => {
  it("[M9] names its mail again when it comes back, in whatever stands around it", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.uuid(), fc.string(), (mailingId, seatId, sending, around) => {
        const id = messageIdOf({ mailingId, seatId, sending }, "tour.example");
        expect(mailsNamedIn(`${around} ${id}\r\n${id}`)).toEqual([{ mailingId, seatId, sending }]);
      }),
    );
  });
});

describe("mail before a close", () => {
  it("[M15] goes out at nine in the morning of the round's zone, the later one at least three hours before the close", () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...ZONES), (closesAt, timeZone) => {
        const [first, last] = SCHEDULED.map((kind) => scheduledAt(kind, closesAt, timeZone).getTime());
        const hourThere = (at: number) =>
          new Intl.DateTimeFormat("en", {
            timeZone,
            hour: "2-digit",
            minute: "2-digit",
            hourCycle: "h23",
          }).format(at);
        expect([first, last].map((at = 0) => hourThere(at))).toEqual(["09:00", "09:00"]);
        expect(first).toBeLessThan(last ?? 0);
        expect(closesAt.getTime() - (last ?? 0)).toBeGreaterThanOrEqual(3 * HOUR - 1);
        expect(closesAt.getTime() - (first ?? 0)).toBeLessThanOrEqual(64 * HOUR);
      }),
    );
  });

  it("[M16] is due from its hour until the close and not before, not if it was chosen later, and of two the later alone", () => {
    const closesAt = new Date("2026-03-06T18:00:00Z");
    const opensAt = new Date("2026-03-01T00:00:00Z");
    const round = { stage: "open", opensAt, closesAt, timeZone: "UTC" };
    const plan = { twoDaysBefore: true, lastDay: true, since: new Date("2026-03-01T00:00:00Z") };
    const due = (now: string, over: Partial<typeof plan> = {}) =>
      dueNow(round, { ...plan, ...over }, new Date(now));
    expect(due("2026-03-04T08:59:59Z")).toBeNull();
    expect(due("2026-03-04T09:00:00Z")).toBe("twoDaysBefore");
    expect(due("2026-03-06T09:00:00Z")).toBe("lastDay");
    expect(due("2026-03-06T09:00:00Z", { lastDay: false })).toBe("twoDaysBefore");
    expect(due("2026-03-06T18:00:00Z")).toBeNull();
    expect(due("2026-03-05T09:00:00Z", { since: new Date("2026-03-04T10:00:00Z") })).toBeNull();
    const late = { ...round, opensAt: new Date("2026-03-04T10:00:00Z") };
    expect(dueNow(late, plan, new Date("2026-03-04T11:00:00Z"))).toBeNull();
    expect(dueNow({ ...round, stage: "closed" }, plan, new Date("2026-03-06T10:00:00Z"))).toBeNull();
  });

  it("[M20] is not sent once what it says is no longer so", () => {
    const closesAt = new Date("2026-03-06T18:00:00Z");
    const round = { stage: "open", closesAt };
    const [before, moved] = [new Date("2026-03-06T12:00:00Z"), new Date("2026-03-13T18:00:00Z")];
    for (const kind of ["reminder", "opened", "extended", "twoDaysBefore", "lastDay"] as const) {
      expect(stillTrue(kind, closesAt, round, before)).toBe(true);
      expect(stillTrue(kind, closesAt, round, closesAt)).toBe(false);
      expect(stillTrue(kind, closesAt, { ...round, stage: "draft" }, before)).toBe(false);
      const ofThatClose = kind === "twoDaysBefore" || kind === "lastDay";
      expect(stillTrue(kind, closesAt, { ...round, closesAt: moved }, before)).toBe(!ofThatClose);
    }
    for (const kind of ["corrected", "published", "invitation"] as const)
      expect(stillTrue(kind, null, null, before)).toBe(true);
  });

  it("[M14] by hand says only what is so", () => {
    expect(noticesFitting({ stage: "draft", published: false })).toEqual([]);
    expect(noticesFitting({ stage: "open", published: false })).toEqual(["reminder", "opened"]);
    expect(noticesFitting({ stage: "closed", published: false })).toEqual([]);
    expect(noticesFitting({ stage: "closed", published: true })).toEqual(["published"]);
  });
});
