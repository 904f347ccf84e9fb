import { expectAccessible } from "./support/accessible";
import { coHostOf } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { COUNTED, consoleOn, enrolledForARoom, SOON } from "./support/room-desk";
import { simulateAnswers } from "./support/simulation";

const WALL = { width: 1920, height: 1080 };
const PHONE = { width: 360, height: 740 };

test("[E290, V89] a host’s phone takes a room from the doors to the findings, and the wall follows and survives a reload", async ({
  device,
}) => {
  const { host, consultationId, slug, truth } = await enrolledForARoom();
  const phone = await device({ viewport: PHONE, hasTouch: true });
  await phone.context().addCookies(host.cookies);
  const desk = consoleOn(phone);
  await phone.goto(`/consultations/${consultationId}`);
  await phone.getByRole("link", { name: "In the room" }).click();
  await desk.start(1);
  await expect(desk.now.getByText("Doors, round 1")).toBeVisible();
  await expectAccessible(phone);

  const code = await desk.code();
  const wall = await device({ viewport: WALL });
  await wall.goto(`/room/${code}/screen`);
  const title = wall.getByRole("heading", { level: 1 });
  await expect(title).toHaveText("The doors are open. Enrol with the card at your seat.");
  await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
  await expect(wall.getByRole("img", { name: "QR code for the address of this room" })).toBeVisible();
  await expectAccessible(wall);

  await test.step("a step that was taken back comes to nothing", async () => {
    await phone.evaluate(() => window.scrollTo(0, 0));
    // As a thumb does, for which nothing is scrolled to first.
    await phone.getByRole("button", { name: "Next: Question 1" }).evaluate((button) => {
      if (!(button instanceof HTMLElement)) throw new TypeError("no button");
      button.focus({ preventScroll: true });
      button.click();
    });
    await desk.pending("Question 1");
    const bar = phone.getByRole("region", { name: "What comes next" });
    await expect(bar).toBeFocused();
    expect(await phone.evaluate(() => window.scrollY)).toBe(0);
    await expectAccessible(phone);
    await desk.undo();
    await expect(bar).toBeFocused();
    await expect(desk.steps.first()).toContainText("Taken back");
  });

  await test.step("the first question opens the round", async () => {
    await desk.next("Question 1");
    await expect(title).toHaveText("What should be done?", COUNTED);
    await expect(wall.getByText("Round 1, question 1 of 2")).toBeVisible();
    await expect(desk.now.getByText("What should be done?")).toBeVisible(SOON);
    await expectAccessible(wall);
    await desk.next("Question 2");
    await expect(title).toHaveText("Which steps?", SOON);
    expect(await simulateAnswers(slug, truth)).toBeGreaterThanOrEqual(10);
    await wall.reload();
    await expect(title).toHaveText("Which steps?");
  });

  const second = await device({ viewport: WALL });
  await test.step("the last call is counted down, and a second screen follows", async () => {
    await expect(phone.getByLabel("Length of the last call")).toBeVisible(SOON);
    await expectAccessible(phone);
    await desk.next("Last call, 2 minutes");
    await expect(wall.getByText("Last call", { exact: true })).toBeVisible(SOON);
    await expect(wall.getByRole("timer")).toHaveText(/^1:\d\d$/);
    await second.goto(`/room/${code}/screen`);
    await expect(second.getByRole("timer")).toHaveText(/^1:\d\d$/);
    await expectAccessible(wall);
    await expectAccessible(phone);
    await desk.next("Close the round");
    await expect(title).toHaveText("The round is closed.", SOON);
    await expectAccessible(wall);
  });

  await test.step("findings are shown one at a time, provisional until they are signed", async () => {
    await expect(phone.getByRole("button", { name: "Next: Finding 1" })).toBeVisible(COUNTED);
    await desk.next("Finding 1");
    for (const screen of [wall, second]) {
      await expect(screen.getByRole("heading", { level: 1 })).toHaveText("giving advice", SOON);
      await expect(screen.getByText("Provisional, not signed")).toBeVisible();
    }
    await expectAccessible(wall);
    await wall.getByText("The same figures as a table").click();
    await expect(wall.getByRole("table")).toBeVisible();
    await expectAccessible(wall);
    await expect(desk.now.getByText("giving advice", { exact: true })).toBeVisible(SOON);
    await expectAccessible(phone);
    await wall.reload();
    await expect(title).toHaveText("giving advice");
    await desk.next("Finding 2");
    await expect(title).toHaveText("training", SOON);
    await wall.setViewportSize(PHONE);
    await expectAccessible(wall);
    await wall.setViewportSize(WALL);
  });

  await test.step("the session ends, and the screens say so", async () => {
    await phone.getByText("Other steps").click();
    await phone.getByRole("button", { name: "End the session", exact: true }).click();
    await phone.getByRole("button", { name: "Confirm: End the session" }).click();
    await expect(title).toHaveText("The session has ended.", SOON);
    await expectAccessible(wall);
  });
});

test("[E291] a host drives from the projector by keys and takes a step back; without a host keys do nothing and say so", async ({
  device,
}) => {
  const { host, consultationId, roundId } = await enrolledForARoom();
  const { code } = await host.registry.room.start.mutate({ consultationId, roundId });
  const driven = await device({ viewport: WALL });
  await driven.context().addCookies(host.cookies);
  const following = await device({ viewport: PHONE });
  for (const screen of [driven, following]) await screen.goto(`/room/${code}/screen`);
  await expect(driven.getByRole("button", { name: "Keys" })).toBeVisible();

  await following.keyboard.press("PageDown");
  await expect(following.getByText("This screen follows the room.")).toBeVisible();
  await expectAccessible(following);

  await driven.keyboard.press("?");
  await expect(driven.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await expectAccessible(driven);
  await driven.keyboard.press("Escape");
  await driven.locator("body").click({ position: { x: 900, y: 500 } });

  await driven.keyboard.press("PageDown");
  const pending = driven.getByText("U takes it back");
  await expect(pending).toBeVisible();
  await expect(following.getByText("U takes it back")).toHaveCount(0);
  await expectAccessible(driven);
  await driven.keyboard.press("u");
  await expect(pending).toHaveCount(0);

  await driven.keyboard.press("ArrowRight");
  await expect(following.getByText("What should be done?")).toBeVisible(COUNTED);
  await expect(pending).toHaveCount(0);
  await driven.keyboard.press("Space");
  await expect(following.getByText("Which steps?")).toBeVisible(SOON);
  await expect(pending).toHaveCount(0);
  await driven.keyboard.press("PageUp");
  await expect(following.getByText("What should be done?")).toBeVisible(SOON);
  await expectAccessible(following);
});

test("[E292] of two hosts who advance at once one does, and the other reads who was faster; without a network nothing happens", async ({
  device,
}) => {
  const { host, consultationId, roundId } = await enrolledForARoom();
  const other = await coHostOf(host, consultationId, "Permanent Mission of Slovakia");
  const { code } = await host.registry.room.start.mutate({ consultationId, roundId });
  const [fast, slow] = [await device({ viewport: PHONE }), await device({ viewport: PHONE })];
  await fast.context().addCookies(host.cookies);
  await slow.context().addCookies(other.cookies);
  const [faster, slower] = [consoleOn(fast), consoleOn(slow)];
  await faster.open(consultationId);
  await slower.open(consultationId);
  await expect(slower.now.getByText("Doors, round 1")).toBeVisible();

  // The slower one has not heard of the step when the button is pressed.
  await slow.route("**/api/trpc/room.console**", () => {});
  await faster.next("Question 1");
  await faster.pending("Question 1");
  await slower.next("Question 1");
  await expect(slow.getByText("Aminah")).toBeVisible();
  await slow.unroute("**/api/trpc/room.console**");
  await slow.reload();
  await expect(slower.steps).toHaveCount(1);
  await expectAccessible(slow);
  await expect(slower.now.getByText("What should be done?")).toBeVisible(COUNTED);

  const wall = await device({ viewport: WALL });
  await wall.goto(`/room/${code}/screen`);
  await expect(wall.getByText("What should be done?")).toBeVisible();
  for (const page of [fast, wall]) await page.context().setOffline(true);
  await faster.next("Question 2");
  await expect(fast.getByText("No reply came.")).toBeVisible();
  await expect(wall.getByText("The connection is lost.")).toBeVisible(SOON);
  await expect(wall.getByText("What should be done?")).toBeVisible();
  await expectAccessible(wall);
  for (const page of [fast, wall]) await page.context().setOffline(false);
  await expect(wall.getByText("The connection is lost.")).toHaveCount(0, SOON);
  await slower.next("Question 2");
  await expect(wall.getByText("Which steps?")).toBeVisible(SOON);
  await expect(faster.now.getByText("Which steps?")).toBeVisible(SOON);
  await expect(faster.steps).toHaveCount(2);
});
