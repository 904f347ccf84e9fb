import { request } from "@playwright/test";
import { ownResponse, sendResponse, signedResponse } from "@/app/(participant)/_protocol/answer";
import { blindHere } from "@/app/(participant)/_protocol/blinding";
import {
  checkedManifest,
  finishEnrolment,
  keepWallet,
  prepareWallet,
} from "@/app/(participant)/_protocol/enrol";
import { newCode } from "@/app/(participant)/_protocol/secrets";
import { type Box, boxAt, type Registry, registryAt } from "@/app/(participant)/_protocol/transport";
import { start, untilServed } from "@/bin/processes";
import { freePort } from "@/db/embedded";
import { someAnswers } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { closingTimeHasCome } from "./support/closing-time";
import { openConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { inviteHost, signIn } from "./support/host";
import { linkMailedTo } from "./support/mail";

/** One more web process on the same clusters. */
async function served() {
  const url = `http://localhost:${await freePort()}`;
  const args = ["start", "--hostname", "localhost", "--port", new URL(url).port];
  const { child, stop } = start("next", args, { ...process.env, NODE_ENV: "production" }, "ignore");
  await untilServed(`${url}/api/health`);
  const kill = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
  return { url, stop, kill };
}

/** Calls each of two in turn, so that nothing that is done in several calls is done by one of them. */
function inTurn<Calls extends object>(one: Calls, other: Calls): Calls {
  let calls = 0;
  return new Proxy(one, {
    get: (_, name) => {
      calls += 1;
      return Reflect.get(calls % 2 === 0 ? one : other, name);
    },
  });
}

/** Signs in at one process with the link that another mailed. The cookie header. */
async function sessionAcross(asked: string, confirmed: string): Promise<string> {
  const email = await inviteHost("Permanent Mission of Malaysia");
  const context = await request.newContext();
  const { csrfToken } = await (await context.get(`${asked}/api/auth/csrf`)).json();
  await context.post(`${asked}/api/auth/signin/email`, {
    form: { csrfToken, email, callbackUrl: "/consultations" },
  });
  const query = new URL(await linkMailedTo(email)).search;
  await context.get(`${confirmed}/api/auth/callback/email${query}`, { maxRedirects: 0 });
  const { cookies } = await context.storageState();
  await context.dispose();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

async function enrolled(registry: Registry, slug: string, roundId: string, link: string) {
  const whole = await checkedManifest(registry, slug);
  const manifest = { ...whole, keys: whole.keys.filter((key) => key.roundId === roundId) };
  const code = newCode();
  const prepared = await prepareWallet(manifest, code, new URL(link).hash.slice(1), blindHere);
  await keepWallet(registry, code, prepared);
  return { code, wallet: await finishEnrolment(registry, manifest, code, prepared, blindHere) };
}

test("[E280] two web processes on the same clusters do every step of a journey in turn, and killing one loses nothing", async () => {
  const { slug, roundId, consultationId, links, host } = await openConsultation({ own: 4 });
  const [first, second] = await Promise.all([served(), served()]);
  try {
    const cookie = await sessionAcross(first.url, second.url);
    for (const { url } of [first, second]) {
      const list = await fetch(`${url}/api/trpc/consultations.list`, { headers: { cookie } });
      expect(list.status).toBe(200);
    }
    const registry = inTurn(registryAt(first.url), registryAt(second.url));
    const box: Box = inTurn(boxAt(first.url), boxAt(second.url));
    const participants: Awaited<ReturnType<typeof enrolled>>[] = [];
    for (const link of links) participants.push(await enrolled(registry, slug, roundId, link));

    const sent = async (index: number, revision: number, to: Box) => {
      const participant = participants[index];
      if (participant === undefined) throw new Error("so many have not enrolled");
      const { code, wallet } = participant;
      const answers = someAnswers(revision % 5);
      return sendResponse(to, await signedResponse(code, wallet, roundId, answers, revision));
    };
    for (const index of participants.keys()) {
      expect((await sent(index, 1, box)).kind).toBe("accepted");
      const { code, wallet } = participants[index] ?? {};
      if (code === undefined || wallet === undefined) throw new Error("not enrolled");
      // The challenge comes from one, the answer to it goes to the other.
      expect((await ownResponse(box, code, wallet, roundId))?.revision).toBe(1);
    }

    // Everybody goes on changing answers through both while one of them is killed.
    const shown = new Map<number, number>();
    const [doomed, staying] = [boxAt(first.url), boxAt(second.url)];
    const changing = participants.map(async (_, index) => {
      for (let revision = 2; revision <= 12; revision += 1) {
        const to = (revision + index) % 2 === 0 ? doomed : staying;
        const arrived = await sent(index, revision, to);
        // Whoever hears nothing sends the same again, to whom the proxy now names.
        const outcome = arrived.kind === "accepted" ? arrived : await sent(index, revision, staying);
        expect(outcome.kind).toBe("accepted");
        shown.set(index, revision);
        if (index === 0 && revision === 5) first.kill();
      }
    });
    await Promise.all(changing);
    expect([...shown.values()]).toEqual(participants.map(() => 12));
    for (const { code, wallet } of participants)
      expect((await ownResponse(staying, code, wallet, roundId))?.revision).toBe(12);

    // Two close at once; it is closed once, and counts everybody once.
    const asHost = host.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const close = (url: string) =>
      fetch(`${url}/api/closing/releases.close`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: asHost },
        body: JSON.stringify({ consultationId, roundId }),
      });
    await closingTimeHasCome(roundId);
    const closes = await Promise.all([close(second.url), close(process.env.BASE_URL ?? "")]);
    expect(closes.some(({ ok }) => ok)).toBe(true);
    await expect
      .poll(async () => {
        const { rounds } = await host.registry.consultations.overview.query({ consultationId });
        return rounds[0]?.stage;
      })
      .toBe("closed");
    const drafts = await host.registry.publication.drafts.query({ consultationId, roundId });
    expect(JSON.stringify(drafts)).toMatch(/"received":4\b/);
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
});

test("[E281] a host reads how the instance is, with what to do where something is not well", async ({
  page,
}) => {
  await signIn(page, await inviteHost("Permanent Mission of Malaysia"));
  await page.getByRole("link", { name: "Status of this instance" }).click();
  await expect(page.getByRole("heading", { name: "Status of this instance" })).toBeVisible();
  // Of the manifest it says one thing or the other: other tests' entries may be on their way.
  await expect(page.getByRole("heading", { name: "Manifest" })).toBeVisible();
  await expect(page.getByText("It takes mail from this instance.")).toBeVisible();
  await expect(
    page.getByText("None is known here. Whoever runs the service runs npm run backup"),
  ).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});
