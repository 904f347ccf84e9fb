import type { Draw } from "@/domain/questionnaire/blank";

/** Ten hexadecimal digits by chance, for new ids. */
export const draw: Draw = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(5)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
