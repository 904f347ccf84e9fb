"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

type Tab = {
  readonly href: string;
  readonly name: string;
  /** The end that addresses of its kind share, where it has one for each round. */
  readonly kind?: string;
  /** Whether pages under it belong to it. */
  readonly within?: boolean;
};
type TabsProps = { readonly label: string; readonly tabs: readonly Tab[] };

export function Tabs({ label, tabs }: TabsProps) {
  const here = usePathname();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ href, name, kind, within }) => (
        <Link
          key={href}
          className="tab"
          href={href}
          aria-current={
            here === href
              ? "page"
              : (kind !== undefined && here.endsWith(kind)) || (within && here.startsWith(`${href}/`))
                ? "true"
                : undefined
          }
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
