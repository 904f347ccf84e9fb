import createNextIntlPlugin from "next-intl/plugin";

/** What every answer carries, be it a page, a script or a procedure's. The policy of pages comes from proxy.ts. */
const everywhere = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Pages copy links and codes at a press of a button, and need nothing else of a device.
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), display-capture=(), midi=(), payment=(), usb=(), browsing-topics=()",
};

/** Nobody keeps what a procedure answers, and nobody shows it as a page. */
const ofProcedures = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
};

const asList = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  headers: async () => [
    { source: "/:path*", headers: asList(everywhere) },
    { source: "/api/:path*", headers: asList(ofProcedures) },
  ],
  // No page has an image that would be worth another size; an address that makes them is one more door.
  images: { unoptimized: true },
  // A report is also read as a Markdown file at its own address.
  rewrites: async () => [
    { source: "/reports/:slug([a-z0-9-]+).md", destination: "/reports/:slug/markdown" },
    {
      source: "/reports/:slug([a-z0-9-]+)/editions/:number(\\d+).md",
      destination: "/reports/:slug/editions/:number/markdown",
    },
  ],
  // Types are looked at by `npm run check`, once for pages, tests and tools together.
  typescript: { ignoreBuildErrors: true },
  turbopack: { resolveAlias: { crypto: { browser: "./app/(participant)/_protocol/no-node-crypto.ts" } } },
  serverExternalPackages: ["postgres", "nodemailer", "highs", "@myriaddreamin/typst-ts-node-compiler"],
  // What documents are set from is read by its path, which no import tells.
  outputFileTracingIncludes: {
    "/reports/**": [
      "./server/render/typst/*.typ",
      "./server/render/fonts/*.ttf",
      "./node_modules/@expo-google-fonts/source-serif-4/{400Regular,400Regular_Italic,600SemiBold}/*.ttf",
      "./node_modules/@expo-google-fonts/noto-naskh-arabic/{400Regular,600SemiBold}/*.ttf",
      "./node_modules/@myriaddreamin/typst-ts-node-compiler-*/**",
    ],
  },
};

/** Messages are compiled when the pages are built, so that no page carries the parser of their syntax. */
const words = createNextIntlPlugin({
  requestConfig: "./app/words.ts",
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
});

export default words(config);
