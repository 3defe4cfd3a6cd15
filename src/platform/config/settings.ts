/** Why this file exists: every setting by name, with its form, its default and its meaning. */
import { z } from 'zod';

const onOff = z.enum(['on', 'off']);
const budget = z.coerce.number().int().min(1_000).max(1_000_000_000_000).optional();
export const strongSecret = (text: string): boolean => text.length >= 32 && new Set(text).size >= 12;

/** Every setting: name, default and meaning. docs/operations.md lists the same; a test compares the two. */
export const SETTINGS = {
  NODE_ENV: {
    schema: z.enum(['development', 'production', 'test']).default('development'),
    meaning:
      '`production` turns the strict rules on: no demonstration, a named database, a strong secret, no GraphiQL.',
  },
  HOST: { schema: z.string().min(1).default('127.0.0.1'), meaning: 'Address to listen on.' },
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535).default(4600),
    meaning: 'Port to listen on; 0 picks a free one.',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    meaning:
      'PostgreSQL 15 or later, as postgres://user:password@host:port/database. Without it the embedded PostgreSQL is used.',
  },
  MIGRATION_DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    meaning: 'The same database as its owner, used for migrations only; default: DATABASE_URL.',
  },
  TWINLADDER_DATA: {
    schema: z.string().min(1).default('data'),
    meaning: 'Folder for the embedded database and the generated secret.',
  },
  TWINLADDER_DEMO: {
    schema: onOff.optional(),
    meaning:
      'Whether to create the demonstration organisation and its sign-in; default: on, and refused in production.',
  },
  TWINLADDER_SECRET: {
    schema: z.string().optional(),
    meaning:
      'Signs page cursors, addresses of adverts, status links and links to files, and encrypts the client secrets of single sign-on; a new one ends them. At least 32 characters, 12 of them different. Default outside production: made once, kept in TWINLADDER_DATA.',
  },
  TWINLADDER_ADDRESS: {
    schema: z
      .string()
      .regex(/^https?:\/\/[^/?#@\s]+$/)
      .optional(),
    meaning:
      'Where browsers reach the server, such as https://people.example.com, without a path; providers of single sign-on send people back there. Needed for it in production, as https. Default outside production: http://HOST:PORT.',
  },
  SIGN_ON_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(100).max(10_000).default(5_000),
    meaning: 'A provider of single sign-on that takes longer for one answer counts as unreachable.',
  },
  SIGN_ON_LOOPBACK: {
    schema: onOff.default('off'),
    meaning:
      '`on` lets a provider of single sign-on be this very machine, and speak http there: for tests and development, refused in production.',
  },
  TWINLADDER_AUDIT_HEADS: {
    schema: z.string().min(1).optional(),
    meaning:
      'Folder where the server appends the signed end of every audit chain; needs TWINLADDER_AUDIT_HEADS_KEY. Default: off.',
  },
  TWINLADDER_AUDIT_HEADS_KEY: {
    schema: z.string().min(1).optional(),
    meaning: 'File of the private key that signs audit heads, made by `twinladder audit-heads key`.',
  },
  TWINLADDER_AUDIT_HEADS_MINUTES: {
    schema: z.coerce.number().int().min(1).max(1440).default(60),
    meaning: 'How often the server appends audit heads.',
  },
  SESSION_IDLE_MINUTES: {
    schema: z.coerce.number().int().min(1).max(30).default(30),
    meaning: 'A session without a request for this long ends, at most 30; an organisation can shorten it.',
  },
  SESSION_HOURS: {
    schema: z.coerce.number().int().min(1).max(12).default(12),
    meaning: 'A session ends after this long, whatever happens in it, at most 12; an organisation can shorten it.',
  },
  BUDGET_MEMBER: {
    schema: budget,
    meaning:
      'Units that a member, an API token or a visitor’s address may spend in a minute: the cost of each operation and 100. Default: 1000000 in production, 100000000 otherwise.',
  },
  BUDGET_ORGANISATION: {
    schema: budget,
    meaning:
      'The same for everybody of an organisation together. Default: 10000000 in production, 1000000000 otherwise.',
  },
  EVENT_WINDOWS: {
    schema: z.coerce.number().int().min(0).max(100_000).default(2_000),
    meaning:
      'Browser windows that may listen for what waits for their member, in this process; further ones ask by themselves. 0: none listen.',
  },
  TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^[0-9a-fA-F.:/]+(, *[0-9a-fA-F.:/]+)*$/)
      .optional(),
    meaning:
      'Addresses or networks of the proxies in front, separated by commas, such as 10.0.0.0/8; their X-Forwarded-For tells the address of a visitor. Default: none, the header is ignored.',
  },
  TRUSTED_DOCUMENTS: {
    schema: onOff.optional(),
    meaning:
      'Whether sessions and visitors may send only the documents of the web app, and API tokens others only with the scope document:create. Default: on in production, where it cannot be switched off; off otherwise.',
  },
  FILES_FOLDER: {
    schema: z.string().min(1).optional(),
    meaning:
      'Where files that people send in lie, without a bucket: a folder that all servers of the installation share. Default: files in TWINLADDER_DATA.',
  },
  FILES_S3_BUCKET: {
    schema: z
      .string()
      .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/)
      .optional(),
    meaning:
      'A bucket, on a server that speaks S3, for files that people send in. Default: none, they lie in FILES_FOLDER.',
  },
  FILES_S3_REGION: { schema: z.string().min(1).default('us-east-1'), meaning: 'Region of the bucket.' },
  FILES_S3_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    meaning: 'The server of the bucket when it is not Amazon, such as https://minio.example.com; https in production.',
  },
  FILES_S3_KEY_ID: {
    schema: z.string().min(1).optional(),
    meaning:
      'Access key for the bucket, together with FILES_S3_SECRET. Default: what the surroundings give, such as the role of the machine.',
  },
  FILES_S3_SECRET: { schema: z.string().min(1).optional(), meaning: 'Secret of FILES_S3_KEY_ID.' },
  FILE_MIB: {
    schema: z.coerce.number().int().min(1).max(25).default(10),
    meaning: 'Largest file that is taken, in MiB, 1 to 25.',
  },
  FILES_PER_MEMBER: {
    schema: z.coerce.number().int().min(1).max(100_000).default(500),
    meaning: 'Most files that one member has sent in and that are kept.',
  },
  FILES_PER_ORGANISATION: {
    schema: z.coerce.number().int().min(1).max(100_000_000).default(50_000),
    meaning: 'Most files of one organisation.',
  },
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(2).max(200).default(12),
    meaning: 'Most connections to the database at once.',
  },
  REQUESTS_AT_ONCE: {
    schema: z.coerce.number().int().min(2).max(10_000).default(24),
    meaning:
      'Most requests that one process answers at once, a third of them of one session, token or address. Three times as many wait for their turn; others are told to come back in a second.',
  },
  STATEMENT_TIMEOUT_MS: {
    schema: z.coerce.number().int().min(100).max(600_000).default(15_000),
    meaning: 'A statement that takes longer is ended.',
  },
  LOG_LEVEL: {
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
    meaning: 'What goes to the log; `info` has a line for each request. Default: info in production, else warn.',
  },
  METRICS_ADDRESS: {
    schema: z
      .string()
      .regex(/^[^:/\s]+:\d{1,5}$/)
      .optional(),
    meaning: 'Where Prometheus finds the metrics, as host:port; not the address of the product. Default: off.',
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    meaning: 'Collector of OpenTelemetry traces, by OTLP over HTTP, such as http://127.0.0.1:4318. Default: off.',
  },
  DRAIN_WAIT_MS: {
    schema: z.coerce.number().int().min(0).max(5_000).default(2_500),
    meaning:
      'How long a server that was told to stop goes on letting requests in after it said so at /health/ready; longer than the interval of whoever asks there, at most 5000. Not waited when nobody asked within a minute.',
  },
} as const;

export type SettingName = keyof typeof SETTINGS;
