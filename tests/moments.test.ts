import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** Fields in which hosts plan say the hour in UTC under each. */
const WITH_UTC = ["app/(host)/_components/plan-fields.tsx"];

it("[K34] no page tells an hour by itself: wherever one is shown, place and UTC stand beside it", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join("app", path))
    .filter((path) => !WITH_UTC.includes(path));
  const alone = files.filter((path) =>
    /timeStyle|hourCycle|toLocaleTimeString|\bhour: (momentParts|"2-digit"|"numeric")/.test(
      readFileSync(path, "utf8"),
    ),
  );
  expect(alone).toEqual([]);
});
