import { enrollingConsultation } from "./support/consultation";
import { expect, test } from "./support/guarded";
import { enrol } from "./support/participant";
import { question, step } from "./support/room";
import { simulateEnrolment } from "./support/simulation";

test("[V98] a device that is never touched tells of its round what its room has told: that the rule has extended it", async ({
  page,
}) => {
  const { host, consultationId, roundId, slug, links } = await enrollingConsultation({ own: 1 });
  const [own = "", ...others] = links;
  await host.registry.room.start.mutate({ consultationId, roundId });
  await enrol(page, own);
  await simulateEnrolment(slug, others);
  await step(host, consultationId, { kind: "question", question: 0 }, "question");
  await question(page, "What should be done?");
  const extended = page.getByText("Extended once by the rule");
  await expect(extended).toHaveCount(0);
  // Nobody has answered.
  const { last = 0 } = (await host.registry.room.console.query({ consultationId })).session ?? {};
  await host.registry.room.take.mutate({ consultationId, after: last, step: { kind: "close" } });
  await expect(extended).toBeVisible({ timeout: 60_000 });
});
