"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";

/** Mails a sign-in link to somebody who has a role, as the sign-in page would when they ask for it themselves. */
export function useSignInLink() {
  return useMutation({
    mutationFn: async (email: string) => {
      const reply = await signIn("email", { email, callbackUrl: "/consultations", redirect: false });
      if (reply?.error) throw new Error(reply.error);
    },
  });
}
