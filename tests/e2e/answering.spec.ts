import { seatInOpenRound } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { answering, answerSome, enrol, submit, told } from "./support/participant";

test("[E20] a reload right after the last keystroke keeps every answer", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  const sheet = answering(page);
  await sheet.advice("Support").check();
  await sheet.next();
  await sheet.why.pressSequentially("We were interrupted");
  await page.reload();
  await expect(sheet.why).toHaveValue("We were interrupted");
  await page.getByRole("button", { name: "Back" }).click();
  await expect(sheet.advice("Support")).toBeChecked();
});

test("[E21] a lost reply is told, and the same response goes out again under the same receipt", async ({
  page,
}) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "The line went dead.");
  let taken = "";
  await page.route("**/api/ballot/submit", async (route) => {
    taken = (await (await route.fetch()).json()).result.data.receipt;
    await route.abort("connectionreset");
  });
  await answering(page).submit();
  await told(page, "No reply came. Your answers are safe");
  await expect(page.getByText("No reply has come yet")).toBeVisible();
  await page.unroute("**/api/ballot/submit");
  await page.reload();
  await expect(page.getByText("These answers have been received")).toBeVisible();
  expect(await submit(page)).toBe(taken);
});

test("[E22] without a connection the answers stay, and go out once it is back", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "There was no network.");
  await page.context().setOffline(true);
  await answering(page).submit();
  await told(page, "Your answers are safe on this device.");
  await page.context().setOffline(false);
  await submit(page);
});

test("[E23] a double click on Submit sends one response", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  await answerSome(page, "Pressed twice.");
  const sent = new Set<string>();
  page.on("request", (request) => {
    if (request.url().endsWith("/api/ballot/submit")) sent.add(request.postData() ?? "");
  });
  await page.getByRole("button", { name: "Submit" }).dblclick();
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeVisible();
  expect(sent.size).toBe(1);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your answers are in" })).toBeVisible();
});

test("[E24] two tabs show the same answers, the newest in both", async ({ page }) => {
  await enrol(page, (await seatInOpenRound()).link);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(answering(other).advice("Support")).toBeVisible();
  await answering(page).advice("Support").check();
  await expect(answering(other).advice("Support")).toBeChecked();
  await expect(other.getByText("Changed in another tab")).toBeVisible();
  await answering(other).model("two").check();
  await expect(answering(page).model("two")).toBeChecked();
  await expect(answering(page).advice("Support")).toBeChecked();
  await other.close();
  await page.reload();
  await expect(answering(page).advice("Support")).toBeChecked();
  await expect(answering(page).model("two")).toBeChecked();
});
