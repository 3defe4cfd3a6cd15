/** Why this file exists: files in a bucket that speaks S3; the client is loaded only where one is configured. */
import { Readable } from 'node:stream';
import type { PutObjectCommand, S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import type { Secret } from '../config/index.js';
import { checkKey, type FileKey, type FileStorage, type Measured } from './storage.js';

export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** `null`: Amazon's own. */
  readonly endpoint: string | null;
  /** `null`: what the surroundings of the process give, such as the role of the machine. */
  readonly keys: { readonly id: Secret; readonly secret: Secret } | null;
}

type Sdk = typeof import('@aws-sdk/client-s3');

const nothing = (): void => undefined;
/** Failures are told by what is thrown; the client would write them to the console as well. */
const SILENT = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };

const clientConfig = ({ region, endpoint, keys }: S3Settings): S3ClientConfig => ({
  region,
  ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
  ...(keys === null ? {} : { credentials: { accessKeyId: keys.id.reveal(), secretAccessKey: keys.secret.reveal() } }),
  requestChecksumCalculation: 'WHEN_REQUIRED', // every server that speaks S3 understands the signed hash; newer checksums only some
  responseChecksumValidation: 'WHEN_REQUIRED',
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000, throwOnRequestTimeout: true },
  maxAttempts: 2,
  logger: SILENT,
});

const isMissing = (error: unknown): boolean => error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);

/** The hash of the body goes into the signature, so that a server which checks it takes no other bytes; the stream is read once. */
function signBody(command: PutObjectCommand, sha256: string): void {
  command.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> };
      headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'bodyHash' },
  );
}

export class S3Storage implements FileStorage {
  readonly isLocal = false;

  private constructor(
    private readonly sdk: Sdk,
    private readonly client: S3Client,
    private readonly settings: S3Settings,
  ) {}

  static async open(settings: S3Settings): Promise<S3Storage> {
    const sdk = await import('@aws-sdk/client-s3');
    return new S3Storage(sdk, new sdk.S3Client(clientConfig(settings)), settings);
  }

  get place(): string {
    return `the bucket ${this.settings.bucket}`;
  }

  async put(key: FileKey, content: Readable, { bytes, sha256 }: Measured): Promise<void> {
    const command = new this.sdk.PutObjectCommand({ ...this.#at(key), Body: content, ContentLength: bytes });
    signBody(command, sha256);
    const broken = new AbortController();
    content.once('error', () => broken.abort());
    try {
      await this.client.send(command, { abortSignal: broken.signal });
    } finally {
      content.destroy();
    }
  }

  async get(key: FileKey): Promise<Readable | null> {
    try {
      const { Body: body } = await this.client.send(new this.sdk.GetObjectCommand(this.#at(key)));
      return body instanceof Readable ? body : null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async remove(key: FileKey): Promise<void> {
    await this.client.send(new this.sdk.DeleteObjectCommand(this.#at(key)));
  }

  async exists(key: FileKey): Promise<boolean> {
    try {
      await this.client.send(new this.sdk.HeadObjectCommand(this.#at(key)));
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  #at(key: string): { readonly Bucket: string; readonly Key: string } {
    checkKey(key);
    return { Bucket: this.settings.bucket, Key: key };
  }
}
