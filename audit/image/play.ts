import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import type { Stage, Step } from "./stages";

/** A stage that was played: its folder stands for the root of its files. */
export type Played = {
  readonly root: string;
  readonly workdir: string;
  readonly env: Record<string, string>;
};

/** Where a path of a stage lies on this machine. */
const placeOf = ({ root, workdir }: Played, path: string) =>
  join(root, isAbsolute(path) ? path : join(workdir, path));

/** Of this machine's variables those alone that say where its programs lie and how it reaches the network. */
const ofThisMachine = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      /^(PATH|HOME|(HTTPS?|NO)_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|NPM_CONFIG_(CAFILE|REGISTRY|\w*PROXY))$/i.test(
        name,
      ) && value !== undefined
        ? [[name, value]]
        : [],
    ),
  );

/** As COPY does: the content of a folder, or a file into a folder or under a name. */
function copied(source: string, to: string, named: string): void {
  if (!existsSync(source)) throw new Error(`${named} is not there to be copied.`);
  const intoFolder = to.endsWith("/") || (existsSync(to) && statSync(to).isDirectory());
  const target =
    statSync(source).isFile() && intoFolder ? join(to, source.slice(dirname(source).length + 1)) : to;
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
}

function played(before: Played, step: Step, context: string, stages: ReadonlyMap<string, Played>): Played {
  switch (step.does) {
    case "workdir": {
      mkdirSync(join(before.root, step.path), { recursive: true });
      return { ...before, workdir: step.path };
    }
    case "env":
      return { ...before, env: { ...before.env, ...step.variables } };
    case "copy": {
      const from = step.from === null ? null : stages.get(step.from);
      if (from === undefined) throw new Error(`There is no stage ${step.from}.`);
      for (const source of step.sources) {
        const path = from === null ? join(context, source) : placeOf(from, source);
        copied(path, `${placeOf(before, step.to)}/`.replace(/\/+$/, "/"), source);
      }
      return before;
    }
    case "run": {
      const own = { ...ofThisMachine(), ...before.env };
      const env = own as NodeJS.ProcessEnv & typeof own; // its type asks for NODE_ENV, which a stage need not have
      execFileSync("sh", ["-c", step.command], { cwd: placeOf(before, "."), env, stdio: ["ignore", 2, 2] });
      return before;
    }
  }
}

/** Stages that a stage is made from, itself the last. */
function neededFor(name: string, stages: readonly Stage[]): Stage[] {
  const stage = stages.find((one) => one.name === name);
  if (stage === undefined) throw new Error(`There is no stage ${name}.`);
  const copiesFrom = stage.steps.flatMap((step) => (step.does === "copy" ? (step.from ?? []) : []));
  const before = [stage.base ?? [], copiesFrom].flat().flatMap((one) => neededFor(one, stages));
  return [...new Set([...before, stage])];
}

/** Does what a stage says, and what those say that it is made from, each in a folder of its own. */
export function playStage(
  name: string,
  stages: readonly Stage[],
  { context, scratch }: { readonly context: string; readonly scratch: string },
): Played {
  const done = new Map<string, Played>();
  for (const stage of neededFor(name, stages)) {
    const root = join(scratch, stage.name);
    mkdirSync(root);
    const base = stage.base === null ? undefined : done.get(stage.base);
    // Linked, as layers are: nobody writes into a file that is there.
    if (base !== undefined) execFileSync("cp", ["-al", `${base.root}/.`, root]);
    let state: Played = { root, workdir: base?.workdir ?? "/", env: { ...base?.env } };
    for (const step of stage.steps) state = played(state, step, context, done);
    done.set(stage.name, state);
  }
  const last = done.get(name);
  if (last === undefined) throw new Error(`There is no stage ${name}.`);
  return last;
}
