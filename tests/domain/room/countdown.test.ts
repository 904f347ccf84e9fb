import fc from "fast-check";
import { expect, test } from "vitest";
import { countdown, secondsUntil } from "@/domain/room/countdown";

const NOW = new Date("2027-03-01T15:00:00.000Z");
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds).toISOString();

test("[V44] a countdown counts each second from its beginning, and reads nought when the moment has come and not before", () => {
  expect(countdown(after(760_000), NOW)).toBe("12:40");
  expect(countdown(after(1), NOW)).toBe("0:01");
  expect(countdown(after(0), NOW)).toBe("0:00");
  expect(countdown(after(-5_000), NOW)).toBe("0:00");
  expect(countdown(after(3_599_001), NOW)).toBe("1:00:00");
  expect(countdown(after(3_725_000), NOW)).toBe("1:02:05");
  fc.assert(
    fc.property(fc.integer({ min: -10_000, max: 86_399_000 }), (left) => {
      expect(countdown(after(left), NOW) === "0:00").toBe(left <= 0);
      expect(secondsUntil(after(left), NOW)).toBe(Math.max(0, Math.ceil(left / 1_000)));
    }),
  );
});

test("[V44] a day or more is not counted down", () => {
  expect(countdown(after(86_400_000), NOW)).toBeNull();
});
