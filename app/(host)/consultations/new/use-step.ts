"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useRef } from "react";
import { PATH, type PathStep, stepNumber } from "@/domain/consultation/set-up-draft";
import { stepIn } from "./step-in";

/**
 * The step that the address names, so that the browser's own way back leads to the one before. Whoever arrives at one
 * finds its heading focused, or the field that they were led to, and the window named for it.
 */
export function useStep() {
  const step = stepIn(useSearchParams().get("step"));
  const t = useTranslations("setUpPath");
  const tProduct = useTranslations("product");
  const heading = useRef<HTMLHeadingElement>(null);
  const arrivedAt = useRef(step);
  const fieldNext = useRef<string | null>(null);
  const name = t("pageTitle", {
    step: t("step", { number: stepNumber(step), all: PATH.length }),
    name: t(`steps.${step}`),
  });
  const title = `${name} · ${tProduct("name")}`;

  useEffect(() => {
    document.title = title;
    if (arrivedAt.current === step) return;
    arrivedAt.current = step;
    const field = fieldNext.current === null ? null : document.getElementById(fieldNext.current);
    fieldNext.current = null;
    if (field === null) window.scrollTo(0, 0);
    (field ?? heading.current)?.focus();
  }, [step, title]);

  const go = useCallback((to: PathStep, field?: string) => {
    fieldNext.current = field ?? null;
    // Without asking the server: what is typed stays on the page, and offline the path goes on.
    window.history.pushState(null, "", `?step=${stepNumber(to)}`);
  }, []);

  return { step, go, heading };
}
