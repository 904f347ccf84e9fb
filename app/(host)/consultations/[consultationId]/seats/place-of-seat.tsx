import { useTranslations } from "next-intl";
import { type DelegationKind, noteOf } from "@/domain/consultation/delegations";
import { REGIONAL_GROUPS } from "@/domain/consultation/delegations-member-states";

type PlaceOfSeatProps = {
  readonly delegation: string;
  readonly kind: DelegationKind;
  readonly regionalGroup: string | null;
};

/** The regional group of a delegation, or what it is instead, with what the United Nations' lists say beside it. */
export function PlaceOfSeat({ delegation, kind, regionalGroup }: PlaceOfSeatProps) {
  const t = useTranslations("seats");
  const tNotes = useTranslations("delegationNotes");
  const group = REGIONAL_GROUPS.find((listed) => listed === regionalGroup) ?? null;
  const note = noteOf({ name: delegation, kind, regionalGroup: group });
  return (
    <span>
      {group === null ? t(`kinds.${kind}`) : t(`groups.${group}`)}
      {note !== null && <span className="fine note"> {tNotes(note)}</span>}
    </span>
  );
}
