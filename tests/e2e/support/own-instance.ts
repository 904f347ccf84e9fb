import { type Server, withInstance } from "@/bin/served";

export type OwnInstance = Server & { readonly baseUrl: string };

/** Lets everything that the tests call find the instance of these variables, and afterwards the shared one again. */
async function pointedAt(
  variables: Readonly<Record<string, string>>,
  work: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    await work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** Serves an instance on which a test is alone: its server can be killed without taking it from anybody. */
export const ownInstance = (use: (instance: OwnInstance) => Promise<void>): Promise<void> =>
  withInstance({ settings: ["fsync=off"], logged: true }, ({ baseUrl, env }, _log, server) =>
    pointedAt({ ...env, BASE_URL: baseUrl }, () => use({ baseUrl, ...server })),
  );
