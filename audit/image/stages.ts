import { DockerfileParser, type Instruction, type JSONInstruction } from "dockerfile-ast";

/** One line of a stage, by what it does. */
export type Step =
  | { readonly does: "workdir"; readonly path: string }
  | { readonly does: "copy"; readonly from: string | null; readonly sources: string[]; readonly to: string }
  | { readonly does: "run"; readonly command: string }
  | { readonly does: "env"; readonly variables: Readonly<Record<string, string>> };

/** A stage of a Dockerfile: what it begins with, what is done, and how what comes of it is run. */
export type Stage = {
  readonly name: string;
  /** Another stage, or null where it begins with an image. */
  readonly base: string | null;
  readonly steps: readonly Step[];
  readonly user: string | null;
  readonly command: readonly string[] | null;
  readonly health: readonly string[] | null;
};

const valuesOf = (instruction: Instruction) => instruction.getArguments().map((one) => one.getValue());

/** The program and arguments of a line in JSON form, wherever they stand in it. */
function programIn(instruction: Instruction): string[] {
  const text = instruction.getTextContent();
  // Written as JSON, which tests/deploy.test.ts holds it to.
  return JSON.parse(text.slice(text.indexOf("["))) as string[];
}

function copyOf(instruction: Instruction): Step {
  const copy = instruction as JSONInstruction; // what COPY is parsed to
  const from =
    copy
      .getFlags()
      .find((flag) => flag.getName() === "from")
      ?.getValue() ?? null;
  const paths = valuesOf(copy);
  return { does: "copy", from, sources: paths.slice(0, -1), to: paths.at(-1) ?? "." };
}

function stepOf(instruction: Instruction): Step[] {
  const [first = ""] = valuesOf(instruction);
  switch (instruction.getKeyword()) {
    case "WORKDIR":
      return [{ does: "workdir", path: first }];
    case "COPY":
      return [copyOf(instruction)];
    case "RUN":
      return [{ does: "run", command: instruction.getArgumentsContent() ?? "" }];
    case "ENV":
      return [
        {
          does: "env",
          variables: Object.fromEntries(valuesOf(instruction).map((one) => one.split("=", 2))),
        },
      ];
    default:
      return [];
  }
}

/** The stages of a Dockerfile, in their order. */
export function stagesOf(dockerfile: string): Stage[] {
  const groups: Instruction[][] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction.getKeyword() === "FROM") groups.push([]);
    groups.at(-1)?.push(instruction);
  }
  const names = groups.map(([from]) => from?.getArguments()[2]?.getValue() ?? "");
  return groups.map((instructions, index) => {
    const [from] = instructions;
    const base = from?.getArguments()[0]?.getValue() ?? "";
    const last = (keyword: string) => instructions.findLast((one) => one.getKeyword() === keyword);
    const [command, health] = [last("CMD"), last("HEALTHCHECK")];
    return {
      name: names[index] ?? "",
      base: names.includes(base) ? base : null,
      steps: instructions.flatMap(stepOf),
      user: last("USER")?.getArguments()[0]?.getValue() ?? null,
      command: command === undefined ? null : programIn(command),
      health: health === undefined ? null : programIn(health),
    };
  });
}
