import { expectAccessible } from "./support/accessible";
import { openConsultation, preparedConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { signedInHost } from "./support/host";
import { localTime } from "./support/plan";
import { setUpPath } from "./support/set-up-path";

test("[E235] dates that overlap are said beside them, on the path and in the settings, and keep nobody from going on", async ({
  device,
}) => {
  const host = await signedInHost();
  const page = await device({ viewport: { width: 360, height: 740 } });
  await page.context().addCookies(host.cookies);
  await page.goto("/consultations/new");
  const { goOn, fill, tick } = setUpPath(page);
  await tick(/^Blank/);
  await goOn(2, "Title, subject and rule");
  await fill("Title", "Dates that overlap");
  await goOn(3, "Co-hosts");
  await goOn(4, "Rounds");
  const [first, second] = [1, 2].map((number) => page.getByRole("group", { name: `Round ${number}` }));
  if (first === undefined || second === undefined) throw new Error("two rounds are suggested");
  const overlapping = page.getByText("Round 2 is planned to open before round 1 closes.");
  await expect(overlapping).toBeHidden();
  await second.getByLabel("Opens").fill(await first.getByLabel("Opens").inputValue());
  await expect(overlapping).toBeVisible();
  await expectAccessible(page);
  await goOn(5, "Review and set up");

  const { host: other, consultationId } = await preparedConsultation({ own: 0 });
  await page.context().clearCookies();
  await page.context().addCookies(other.cookies);
  await page.goto(`/consultations/${consultationId}/settings`);
  const round = page.getByRole("region", { name: "Round 1" });
  await expect(round.getByText("The opening time of round 1 has passed.")).toBeVisible();
  await round.getByLabel("Opens").fill(localTime(3));
  await round.getByLabel("Closes").fill(localTime(400));
  await expect(round.getByText("Check the year and the month.")).toBeVisible();
  await expectAccessible(page);
});

test("[K32] a host confirms the later close of a round in words, with its day in UTC", async ({ page }) => {
  const { host, consultationId } = await openConsultation({ own: 0 });
  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}`);
  await page.getByLabel("New closing time (America/New_York)").fill(`${localTime(9).slice(0, 10)}T21:30`);
  await page.getByRole("button", { name: "Extend the round" }).click();
  await expect(page.getByText(/The round then closes .* 21:30 in New York .*day 0\d:30 UTC\)/)).toBeVisible();
  await page.getByRole("button", { name: "Confirm: Extend the round" }).click();
  await expect(page.getByText(/Closes .* 21:30 in New York/).first()).toBeVisible();
});
