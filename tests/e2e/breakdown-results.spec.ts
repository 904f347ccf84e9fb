import { request } from "@playwright/test";
import { NO_POSITION } from "@/domain/questionnaire/position";
import type { Answers } from "@/domain/questionnaire/questionnaire";
import type { ScaleAnswer } from "@/domain/questionnaire/scale";
import { brokenDownQuestionnaire } from "@/tests/support/questionnaire";
import { expectAccessible } from "./support/accessible";
import { sendChosen } from "./support/chosen-answers";
import { closingTimeHasCome } from "./support/closing-time";
import { enrollingConsultation } from "./support/consultation";
import { confirm } from "./support/desk";
import { expect, test } from "./support/guarded";
import { simulateEnrolment } from "./support/simulation";

/** Seats beyond the ten that every prepared consultation has; of them all the simulation leaves a few out. */
const OWN = 38;

/** So many in favour of advice, on neither side and opposed, all of one group and of one mind about training. */
function answersOf(
  groupId: string | null,
  sides: readonly [number, number, number],
  training: ScaleAnswer["marks"][string],
) {
  const marks = [3, 2, 1].flatMap((mark, side) => Array<number>(sides[side] ?? 0).fill(mark));
  return marks.map(
    (advice): Answers => ({
      support: { kind: "scale", marks: { advice, training } },
      breakdown: { kind: "group", groupId },
    }),
  );
}

/** Fourteen of the North, twelve of the South, eight of the islands, and seven who prefer not to say. */
const CHOSEN = [
  ...answersOf("north", [8, 3, 3], 4),
  ...answersOf("south", [4, 3, 5], NO_POSITION),
  ...answersOf("islands", [3, 2, 3], 3),
  ...answersOf(null, [3, 1, 3], 4),
];

test("[E107] a round of forty-one in three groups is shown by group to hosts and readers and in the report, with what is withheld and why", async ({
  page,
  device,
}) => {
  const questionnaire = brokenDownQuestionnaire;
  const prepared = await enrollingConsultation({ questionnaire, own: OWN });
  const { host, consultationId, roundId, slug, links } = prepared;
  const truth = await simulateEnrolment(slug, links);
  await host.registry.conduct.openRound.mutate({ consultationId, roundId });
  await sendChosen({ slug, roundId, truth }, CHOSEN);
  await closingTimeHasCome(roundId);
  await host.closing.releases.close.mutate({ consultationId, roundId });

  await page.context().addCookies(host.cookies);
  await page.goto(`/consultations/${consultationId}/rounds/${roundId}/findings`);
  const byGroup = page.getByRole("region", { name: "By group", exact: true });
  await expect(byGroup.getByRole("heading", { name: "By group" })).toBeVisible();
  await expect(byGroup).toContainText("Participants were asked in this round: “Which group is yours?”.");
  await expectAccessible(page);
  await confirm(page, "Sign and publish");
  await expect(page.getByRole("link", { name: "Open the public page" })).toBeVisible();
  await page.goto(`/consultations/${consultationId}/report`);
  await confirm(page, "Sign and publish");
  await expect(page.getByRole("link", { name: "Open the public report" })).toBeVisible();

  const reader = await device();
  await reader.goto(`/c/${slug}/rounds/1`);
  const shown = reader.getByRole("region", { name: "By group", exact: true });
  await shown.getByText("The same figures as a table").first().click();
  const row = (name: string) =>
    shown.getByRole("row").filter({ has: reader.getByRole("rowheader", { name }) });
  await expect(row("All who took a position").getByRole("cell")).toHaveText(["14", "9", "18", "41"]);
  await expect(row("North").getByRole("cell")).toHaveText(["3", "3", "8", "14"]);
  await expect(row("South").getByRole("cell")).toHaveText(["5", "3", "4", "12"]);
  await expect(row("Islands")).toHaveCount(0);
  await expect(shown).toContainText("Islands: not shown, as fewer than 10 of it took a position.");
  await expect(shown).toContainText(
    "“training”: not shown by group, as fewer than two groups had 10 or more who took a position.",
  );
  await expectAccessible(reader);
  await reader.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(reader);
  await reader.goto(`/reports/${slug}`);
  await expect(reader.getByRole("heading", { name: "By group" })).toBeVisible();
  const reported = reader.getByRole("row").filter({ has: reader.getByRole("rowheader", { name: "North" }) });
  await expect(reported.getByRole("cell")).toHaveText(["3", "3", "8", "14"]);
  await expectAccessible(reader);
  const asking = await request.newContext({ baseURL: new URL(reader.url()).origin });
  const markdown = await (await asking.get(`/reports/${slug}.md`)).text();
  expect(markdown).toContain("| North | 3 | 3 | 8 | 14 |");
  await asking.dispose();
});
