import "server-only";
import { AwsClient } from "aws4fetch";
import { Refusal } from "@/domain/refusal";
import { log } from "@/server/log";

/** A place for files beside the database. */
export type ObjectStore = {
  /** Keeps these bytes under a name that nothing else has. Throws `file_store_unreachable`. */
  put(name: string, bytes: Uint8Array<ArrayBuffer>, sha256: string): Promise<void>;
  /** The bytes, as they come. Throws `file_store_unreachable`, also where it has none of this name. */
  read(name: string): Promise<ReadableStream<Uint8Array>>;
  remove(name: string): Promise<void>;
};

/** Where a bucket lies, and who may write in it. */
export type BucketAccess = {
  /** The address of the service, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
};

/** Longest that a request waits for the store to begin to answer, in milliseconds. */
const PATIENCE = 30_000;

const unreachable = () => new Refusal("file_store_unreachable");

/** A bucket of any service that speaks S3, at `endpoint/bucket/name`, which all of them answer. */
export function bucketAt({ endpoint, bucket, ...access }: BucketAccess): ObjectStore {
  const client = new AwsClient({ ...access, service: "s3", retries: 2 });
  const base = `${endpoint.replace(/\/+$/, "")}/${bucket}/`;

  async function asked(name: string, request: RequestInit, allowed: readonly number[]): Promise<Response> {
    // Until it begins to answer; whoever reads a file over a slow line may take longer.
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), PATIENCE);
    const response = await client
      .fetch(`${base}${encodeURIComponent(name)}`, { ...request, signal: late.signal })
      .catch(() => {
        throw unreachable();
      })
      .finally(() => clearTimeout(timer));
    if (allowed.includes(response.status)) return response;
    await response.body?.cancel();
    // The log tells whoever runs the service what is wrong; a name of ours says nothing of a file.
    log.warn("file store refused", { method: request.method ?? "GET", status: response.status });
    throw unreachable();
  }

  return {
    put: async (name, bytes, sha256) => {
      // Signed with the bytes, so that what arrives is what was checked.
      const headers = { "content-type": "application/octet-stream", "x-amz-content-sha256": sha256 };
      await asked(name, { method: "PUT", headers, body: bytes }, [200]);
    },
    read: async (name) => {
      const { body } = await asked(name, { method: "GET" }, [200]);
      if (body === null) throw unreachable();
      return body;
    },
    remove: async (name) => void (await asked(name, { method: "DELETE" }, [200, 204, 404])),
  };
}
