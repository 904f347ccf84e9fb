import createNextIntlPlugin from "next-intl/plugin";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A report is also read as a Markdown file at its own address.
  rewrites: async () => [{ source: "/reports/:slug([a-z0-9-]+).md", destination: "/reports/:slug/markdown" }],
  // Types are looked at by `npm run check`, once for pages, tests and tools together.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: { crypto: { browser: "./app/(participant)/_protocol/no-node-crypto.ts" } } },
  serverExternalPackages: ["postgres", "nodemailer", "highs"],
};

/** Messages are compiled when the pages are built, so that no page carries the parser of their syntax. */
const words = createNextIntlPlugin({
  requestConfig: "./app/words.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default words(config);
