# syntax=docker/dockerfile:1
# Two images from one file: `web` serves, `tools` migrates, backs up and restores. docs/operations.md says how.
ARG NODE=24-bookworm-slim

FROM node:${NODE} AS source
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-fund --no-audit
COPY . ./

FROM source AS build
ENV NEXT_TELEMETRY_DISABLED=1
RUN npm run build -- --standalone

FROM source AS tools
USER node
ENTRYPOINT ["node", "bin/run.mjs"]
CMD ["migrate"]

# The last one is what is built unless another is named.
FROM node:${NODE} AS web
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
# It all belongs to root: the process that serves can change none of what it serves.
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY deploy/healthy.mjs ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=6s --start-period=30s --retries=3 CMD ["node", "healthy.mjs"]
CMD ["node", "server.js"]
