import { afterEach, describe, expect, it } from "vitest";
import {
  type Answer,
  followed,
  opened,
  QUICK,
  refuses,
  replies,
  says,
  serving,
  streams,
  view,
} from "@/tests/support/room-server";

/** A machine that does much else takes its time. */
const IN_TIME = { timeout: 10_000 };

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe("a device on the stream of a session", { timeout: 30_000 }, () => {
  it("[V66] hears each view once, and sends nothing along but the code and the last view's id", async () => {
    const { asked, at } = await serving(({ path }, response) => {
      if (path !== "/api/room/follow") return refuses(response);
      streams(response);
      says(response, "1", view("doors"));
      response.write("event: ping\ndata: \n\n");
      says(response, "2", view("question", 0));
    });
    const device = followed(at);
    await expect.poll(() => device.views.map(({ phase }) => phase), IN_TIME).toEqual(["doors", "question"]);
    expect(device.hearings).toEqual(["stream"]);
    const names = Object.keys(asked[0]?.headers ?? {});
    expect(names.filter((name) => /cookie|authorization|referer|last-event-id/.test(name))).toEqual([]);
  });

  it("[V66] has the browser send neither cookie nor referrer, by the stream and by asking", async () => {
    const { asked, at } = await serving(({ path }, response) => {
      if (path === "/api/room/view") return replies(response, "2", view("question", 0));
      streams(response);
      says(response, "1", view("doors"));
      setTimeout(() => response.destroy(), 20);
    });
    // A browser alone has cookies and a referrer, and keeps them back where it is asked to.
    const sent: RequestInit[] = [];
    const fetching = globalThis.fetch;
    opened.push(async () => {
      globalThis.fetch = fetching;
    });
    globalThis.fetch = (url, init) => {
      sent.push(init ?? {});
      return fetching(url, init);
    };
    const device = followed(at);
    await expect.poll(() => device.views.map(({ phase }) => phase), IN_TIME).toContain("question");
    await expect.poll(() => asked.map(({ path }) => path), IN_TIME).toContain("/api/room/view");
    device.stop();
    for (const { credentials, referrerPolicy } of sent)
      expect([credentials, referrerPolicy]).toEqual(["omit", "no-referrer"]);
    expect(new Set(asked.map(({ query }) => query))).toEqual(new Set(['?input={"code":"7KQ2M4"}']));
    const names = new Set(sent.flatMap(({ headers }) => [...new Headers(headers).keys()]));
    expect([...names].filter((name) => !["accept", "last-event-id"].includes(name))).toEqual([]);
  });

  it("[V67] takes a broken stream up again from the last view that it heard, and loses nothing", async () => {
    let streamed = 0;
    const { asked, at } = await serving(({ path }, response) => {
      if (path === "/api/room/view") return replies(response, "2", view("question", 0));
      streamed += 1;
      streams(response);
      if (streamed === 1) {
        says(response, "2", view("question", 0));
        setTimeout(() => response.destroy(), 20);
      } else says(response, "3", view("question", 1));
    });
    const device = followed(at);
    await expect.poll(() => device.views.map(({ question }) => question?.index), IN_TIME).toEqual([0, 1]);
    const again = asked.filter(({ path }) => path === "/api/room/follow")[1];
    expect(again?.headers["last-event-id"]).toBe("2");
  });

  it("[V67] does not wait for ever on a stream that has fallen silent", async () => {
    let streamed = 0;
    const { at } = await serving(({ path }, response) => {
      if (path === "/api/room/view") return replies(response, "1", view("doors"));
      streamed += 1;
      streams(response);
      says(response, `${streamed}`, view(streamed === 1 ? "doors" : "question", streamed === 1 ? null : 0));
    });
    const device = followed(at);
    await expect.poll(() => device.views.at(-1)?.phase, IN_TIME).toBe("question");
  });

  it("[V67] lets go of a stream at once where the device says that its network is lost", async () => {
    let streamed = 0;
    const { at } = await serving(({ path }, response) => {
      if (path === "/api/room/view") return void response.destroy();
      streamed += 1;
      streams(response);
      says(response, `${streamed}`, view("doors"));
    });
    const device = followed(at, { ...QUICK, silence: 60_000 });
    await expect.poll(() => device.views.length, IN_TIME).toBe(1);
    device.drop();
    await expect.poll(() => device.hearings, IN_TIME).toContain("lost");
    await expect.poll(() => device.views.length, IN_TIME).toBe(2);
  });

  it("[V68] asks again and again where a proxy holds the stream back, and tells the same", async () => {
    let asking = 0;
    const { asked, at } = await serving(({ path }, response) => {
      // Held back: nothing is ever written.
      if (path === "/api/room/follow") return;
      asking += 1;
      replies(response, `${Math.min(asking, 2)}`, asking === 1 ? view("doors") : view("question", 0));
    });
    const device = followed(at);
    await expect.poll(() => device.views.map(({ phase }) => phase), IN_TIME).toEqual(["doors", "question"]);
    expect(device.hearings).toContain("asking");
    // It goes on asking, and tries the stream once more after a while.
    const began = asked.length;
    await expect.poll(() => asking, IN_TIME).toBeGreaterThan(3);
    await expect
      .poll(() => asked.slice(began).map(({ path }) => path), IN_TIME)
      .toContain("/api/room/follow");
  });

  it("[V68] says that the room is out of reach where nothing answers, and comes back by itself", async () => {
    let gone = true;
    const { at } = await serving(({ path }, response) => {
      if (gone) return void response.destroy();
      if (path === "/api/room/view") return replies(response, "1", view("question", 2));
      streams(response);
      says(response, "1", view("question", 2));
    });
    // What is lost is asked for again and again, however long a held stream would be left alone.
    const device = followed(at, { ...QUICK, again: 60_000 });
    await expect.poll(() => device.hearings, IN_TIME).toContain("lost");
    gone = false;
    await expect.poll(() => device.views.at(-1)?.question?.index, IN_TIME).toBe(2);
    await expect.poll(() => device.hearings.at(-1), IN_TIME).toBe("stream");
  });

  it.each<[string, Answer]>([
    ["no session has the code", (_, response) => refuses(response)],
    [
      "the session has ended",
      (_, response) => {
        streams(response);
        says(response, "9", view("ended"));
      },
    ],
  ])("[V69] asks for nothing more once %s", async (_, answer) => {
    const { asked, at } = await serving(answer);
    const device = followed(at);
    await expect.poll(() => device.hearings.at(-1), IN_TIME).toBe("over");
    const count = asked.length;
    await new Promise((resolve) => setTimeout(resolve, 3 * QUICK.again));
    expect(asked).toHaveLength(count);
  });

  it("[V69] asks for nothing more once it is told to stop", async () => {
    const { asked, at } = await serving((_, response) => refuses(response));
    const device = followed(at);
    device.stop();
    await new Promise((resolve) => setTimeout(resolve, QUICK.again));
    // Nothing but what was under way as it was told.
    expect(asked.filter(({ path }) => path !== "/api/room/follow")).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(1);
    expect(device.hearings).toEqual([]);
  });
});
