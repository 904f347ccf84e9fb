import { fork } from "node:child_process";
import { once } from "node:events";
import type { Heard, Loaded, Order, Report, Room } from "./devices";

/** Milliseconds between two questions to the devices for what they have heard. */
const PAUSE = 250;
/** Milliseconds after which something that has not reached every device counts as lost. */
const PATIENCE = 60_000;

/** Waits for so long; not at all for less than nothing. */
export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));

/** Devices in a process of their own, and what they heard. */
export type Devices = {
  /** Joins with so many, and waits until each has its first view. */
  readonly follow: (room: Room, devices: number) => Promise<void>;
  readonly forget: () => Promise<void>;
  /** Waits until each device has one view, the first that is like this. When they had it. */
  readonly hear: (matches: (view: Heard["view"]) => boolean) => Promise<readonly number[]>;
  /** Waits until each has loaded a finding. */
  readonly load: () => Promise<readonly Loaded[]>;
  readonly leave: () => Promise<void>;
  readonly end: () => void;
};

/** Starts that process. All but `end` reject where a device has failed; `hear` and `load` after a minute too. */
export function devicesElsewhere(): Devices {
  const child = fork("bench/devices.ts", [], { execArgv: ["--import", "tsx"] });
  process.once("exit", () => child.kill());
  let devices = 0;

  async function ask(order: Order): Promise<Report> {
    child.send(order);
    const [report] = (await once(child, "message")) as [Report]; // sent by devices.ts
    const [failure] = report.failures;
    if (failure !== undefined) throw new Error(`${report.failures.length} devices failed: ${failure}`);
    return report;
  }

  /** Asks until every device has what is looked for. */
  async function until<Found>(find: (report: Report) => readonly Found[]): Promise<readonly Found[]> {
    for (const end = Date.now() + PATIENCE; ; ) {
      const found = find(await ask({ does: "report" }));
      if (found.length >= devices) return found;
      if (Date.now() > end) throw new Error(`only ${found.length} of ${devices} devices have it`);
      await pause(PAUSE);
    }
  }

  return {
    follow: async (room, count) => {
      devices = count;
      await ask({ does: "follow", devices, ...room });
    },
    forget: async () => void (await ask({ does: "forget" })),
    hear: (matches) => until(({ heard }) => heard.find(({ view }) => matches(view))?.at ?? []),
    load: () => until(({ loaded }) => loaded),
    leave: async () => void (await ask({ does: "leave" })),
    end: () => child.kill(),
  };
}
