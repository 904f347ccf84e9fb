import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Clock ticks a second, in which Linux counts the time of processes. */
const TICKS = 100;

type Process = {
  readonly pid: number;
  readonly parent: number;
  readonly cpu: number;
  readonly resident: number;
};

function processAt(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name may hold spaces and brackets; what follows its last bracket is numbers.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    // Its own time and that of its children who have ended.
    const ticks = fields.slice(11, 15).reduce((sum, part) => sum + part, 0);
    const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
    return { pid, parent: fields[1] ?? 0, cpu: (ticks * 1_000) / TICKS, resident: resident * 1_024 };
  } catch {
    return null;
  }
}

/** These processes and all that they started. */
function familyOf(roots: readonly number[]): Process[] {
  const all = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? (processAt(Number(name)) ?? []) : [],
  );
  const family = new Set(roots);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Milliseconds of processor time that these processes and their children have used so far. Linux only. */
export const cpuOf = (roots: readonly number[]): number =>
  familyOf(roots).reduce((sum, { cpu }) => sum + cpu, 0);

/** Bytes that these processes and their children hold in memory; what they share is counted for each. */
export const residentOf = (roots: readonly number[]): number =>
  familyOf(roots).reduce((sum, { resident }) => sum + resident, 0);

function socketsAt(pid: number): number {
  const directory = `/proc/${pid}/fd`;
  return readdirSync(directory).filter((name) => {
    try {
      return readlinkSync(`${directory}/${name}`).startsWith("socket:");
    } catch {
      return false; // closed meanwhile
    }
  }).length;
}

/** Sockets that these processes and their children hold open. */
export const socketsOf = (roots: readonly number[]): number =>
  familyOf(roots).reduce((sum, { pid }) => sum + socketsAt(pid), 0);
