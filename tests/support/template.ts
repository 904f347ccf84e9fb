/** The migrated database from which each test file's own is copied. */
export const TEMPLATE = "template_migrated";

/** Who owns the databases of each cluster, as in production: no superuser, and in no other cluster. */
export const LOGINS = {
  registryCluster: { role: "registry", password: "of-the-registry" },
  ballotCluster: { role: "ballot", password: "of-the-ballot" },
} as const;
