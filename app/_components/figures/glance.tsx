import type { Finding } from "@/domain/findings/finding";
import type { ChosenWords } from "@/domain/wording/chosen";
import { wordedFinding } from "@/domain/wording/worded";
import { subjectOf } from "./finding-article";
import { Words } from "./words";

/** Rows of the ladders by how much they claim, the most first; a row that stands in none of these never comes first. */
const CLAIMS = ["nearlyAll", "widely", "largely", "generally", "majority"] as const;
const STRONGEST = 4;
const DIVIDED = 2;

function claimOf(finding: Finding): number {
  if (finding.kind !== "scale" && finding.kind !== "choice") return -1;
  return CLAIMS.findIndex((claim) => finding.key.startsWith(claim));
}

/** Where views met most and where they parted: by a fixed rule, so that nobody chooses what stands first. */
function glanceOf(findings: readonly Finding[]): Finding[] {
  const strongest = findings
    .filter((finding) => claimOf(finding) >= 0)
    .sort((a, b) => claimOf(a) - claimOf(b))
    .slice(0, STRONGEST);
  const divided = findings
    .filter(
      (finding) =>
        (finding.kind === "scale" || finding.kind === "choice") && finding.key.startsWith("divided"),
    )
    .slice(0, DIVIDED);
  return findings.filter((finding) => strongest.includes(finding) || divided.includes(finding));
}

type GlanceProps = { readonly findings: readonly Finding[]; readonly chosen: ChosenWords };

/** The round in brief: chosen by its figures, said in the words that stand. */
export function Glance({ findings, chosen: words }: GlanceProps) {
  const chosen = glanceOf(findings);
  if (chosen.length === 0) return null;
  return (
    <ol className="glance">
      {chosen.map((finding) => (
        <li key={`${finding.itemId} ${subjectOf(finding)}`}>
          <span>
            {wordedFinding(finding, words).map((message, place) => (
              <span key={message.key}>
                {place > 0 && " "}
                <Words message={message} />
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
