"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { type DoorChoice, lineOfTyped } from "@/domain/consultation/at-the-door";
import { usePanelActs } from "../../seats/use-panel-acts";

/** Adds the seat that is missing and makes its link, in one act of the host's. Its earlier links stay valid. */
export function useDoor(consultationId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { add, addFurther, read, issueLinks } = usePanelActs();

  /** The id of the seat, once it is there: by its name and place, whoever else adds seats meanwhile. */
  async function seated(choice: DoorChoice): Promise<string | undefined> {
    if (choice.kind === "free") return choice.seatId;
    const { kind, delegation, place } = choice;
    if (kind === "new") await add.mutateAsync({ consultationId, names: [delegation] });
    else if (kind === "further") await addFurther.mutateAsync({ consultationId, delegation, place });
    else await read.mutateAsync({ consultationId, text: lineOfTyped(delegation) });
    const asked = trpc.panel.seats.queryOptions({ consultationId });
    const { seats } = await queryClient.fetchQuery({ ...asked, staleTime: 0 });
    return seats.find((seat) => seat.delegation === delegation && seat.place === place)?.id;
  }

  return useMutation({
    networkMode: "always",
    mutationFn: async (choice: DoorChoice) => {
      const seatId = await seated(choice);
      return issueLinks.mutateAsync({
        consultationId,
        seatIds: seatId === undefined ? [] : [seatId],
        replace: false,
      });
    },
  });
}
