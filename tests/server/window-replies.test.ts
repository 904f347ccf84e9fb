import { describe, expect, it } from "vitest";
import type { Actor } from "@/domain/consultation/access";
import { ballotDatabase, registryDatabase } from "@/tests/support/databases";
import { storedEntries } from "@/tests/support/log-tampering";
import { afterARound } from "@/tests/support/windows";

const registry = await registryDatabase();
const play = await afterARound(registry, await ballotDatabase(), 1);
const { consultationId } = play;
const rapporteur: Actor = { ...play.host, missionId: null, roles: { [consultationId]: "rapporteur" } };
const reply = (text: string, version: number, actor: Actor = rapporteur) =>
  play.as(actor).windows.reply({ consultationId, number: 1, version, text });

describe("what the co-hosts reply to a window", () => {
  it("[W21] waits until it has been counted", async () => {
    await expect(reply("Taken up.", 0)).rejects.toThrow("nothing at this address");
    await play.open();
    await play.respond(play.nth(0), "The mandate of the training.");
    await expect(reply("Taken up.", 0)).rejects.toThrow("once it has closed");
    await play.close();
    expect(await reply("Taken up.", 0)).toEqual({ version: 1 });
  });

  it("[W22] is saved over the version that was read, or its author is told", async () => {
    await expect(reply("Over an older one.", 0, play.host)).rejects.toThrow("Somebody else has saved");
    expect(await reply("  Taken up in part.\n", 1, play.host)).toEqual({ version: 2 });
    expect(await play.stored()).toMatchObject({ reply: "Taken up in part.", replyVersion: 2 });
  });

  it("[W23] names nobody who could be taken for the author of a point, and may speak of the co-hosts", async () => {
    await expect(reply("As Kenya said, this is left out. Kenya is right.", 2)).rejects.toThrow(
      "It names “Kenya”",
    );
    await expect(reply("The African Group asked for it.", 2)).rejects.toThrow("It names “");
    expect(await reply("We, the co-hosts, have added it to our report.", 2)).toEqual({ version: 3 });
    const log = await storedEntries(registry, consultationId);
    expect(JSON.stringify(log.map(({ detail }) => detail))).not.toContain("co-hosts");
  });

  it("[R75] says of views nothing that no figure shows, and is then not saved", async () => {
    for (const said of [
      "91 delegations were in favour.",
      "Consensus was reached.",
      "The host country objected.",
    ])
      await expect(reply(said, 3)).rejects.toThrow("What you wrote is kept");
    expect(await play.stored()).toMatchObject({ replyVersion: 3 });
  });
});
