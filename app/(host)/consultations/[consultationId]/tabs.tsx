"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type TabsProps = {
  readonly label: string;
  readonly tabs: readonly { readonly href: string; readonly name: string }[];
};

export function Tabs({ label, tabs }: TabsProps) {
  const here = usePathname();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, name }) => (
        <Link key={href} className="tab" href={href} aria-current={here === href ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
