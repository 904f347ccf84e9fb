/**
 * The ids under which texts are sent to be noted. A text that is sent once more before it is known to be kept, as after a
 * reply that was lost, has the same id: it is the same note, and noted once.
 */
export function noteIds(newId: () => string) {
  let sent: { readonly id: string; readonly text: string } | null = null;
  return {
    idOf: (text: string): string => {
      if (sent?.text !== text) sent = { id: newId(), text };
      return sent.id;
    },
    /** The text that was sent last is kept: the same text again would be another note. */
    kept: (): void => {
      sent = null;
    },
  };
}
