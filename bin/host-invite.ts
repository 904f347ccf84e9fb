import { parseArgs } from "node:util";
import { connectRegistry } from "@/db/connect";
import { audit } from "@/server/audit";
import { invitePerson, missionNamed } from "@/server/auth/invitation";

// `npm run host:invite -- --mission "…" --email … [--name "…"]`: lets the first host of a mission sign in.
const { values } = parseArgs({
  options: { mission: { type: "string" }, email: { type: "string" }, name: { type: "string" } },
});
const { mission, email, name } = values;
const url = process.env.DATABASE_URL;
if (mission === undefined || email === undefined || !email.includes("@")) {
  console.error(
    'Name the mission and the address: npm run host:invite -- --mission "Permanent Mission of …" --email …',
  );
  process.exit(1);
}
if (url === undefined) {
  console.error("Set DATABASE_URL to the registry's postgres:// address.");
  process.exit(1);
}
const { db, end } = connectRegistry(url);
await db.transaction(async (tx) => {
  const missionId = await missionNamed(tx, mission);
  const personId = await invitePerson(tx, { email, name: name ?? null, missionId });
  await audit(tx, {
    consultationId: null,
    personId: null,
    act: "host invited",
    detail: { personId },
    at: new Date(),
  });
});
await end();
console.log(`${email} can now sign in at /sign-in for ${mission}.`);
