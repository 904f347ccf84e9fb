import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** One import statement, its target as a path from the root (or a package name). */
export type Import = { readonly target: string; readonly typeOnly: boolean };
export type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
};

const STATEMENT = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']\s*\)/g;
const WORKER = /new URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url/g;

function fromRoot(path: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  return specifier.startsWith(".") ? normalize(join(dirname(path), specifier)) : specifier;
}

/** The imports of a source text that stands at `path`. */
export function importsOf(path: string, text: string): Import[] {
  const stated = [...text.matchAll(STATEMENT)].map(([, type, specifier = ""]) => ({
    target: fromRoot(path, specifier),
    typeOnly: type !== undefined,
  }));
  const atRunTime = [...text.matchAll(DYNAMIC), ...text.matchAll(WORKER)].map(([, specifier = ""]) => ({
    target: fromRoot(path, specifier),
    typeOnly: false,
  }));
  return [...stated, ...atRunTime];
}

/** Every source file that git tracks or would track. */
export function sourceFiles(): SourceFile[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx", "*.mjs"],
    {
      encoding: "utf8",
    },
  );
  return listed
    .split("\n")
    .filter((path) => path !== "" && existsSync(path))
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}
