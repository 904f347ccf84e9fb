import { registry } from "@/app/_trpc/caller";
import { forPage } from "@/app/_trpc/server";
import type { Subject } from "@/domain/edition/signed";
import { SignOff } from "./sign-off";

type SignOffPanelProps = { readonly consultationId: string; readonly subject: Subject };

/** Who has signed what would be published now, and the acts that sign and publish it. */
export async function SignOffPanel({ consultationId, subject }: SignOffPanelProps) {
  const caller = await registry();
  const state = await forPage(caller.editions.signOff({ consultationId, subject }));
  return <SignOff consultationId={consultationId} state={state} />;
}
