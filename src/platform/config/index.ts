/** Why this file exists: one schema for all settings, parsed once and frozen; `process.env` is read nowhere else. */
import { z } from 'zod';

/** A value that never prints: `String(secret)`, JSON and the inspector all show `***`. */
export class Secret {
  readonly #value: string;
  constructor(value: string) {
    this.#value = value;
  }
  /** The value itself; call it only where it is used. */
  reveal(): string {
    return this.#value;
  }
  toString(): string {
    return '***';
  }
  toJSON(): string {
    return '***';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

const secretOr = (text: string | undefined): Secret | null => (text === undefined ? null : new Secret(text));
const onOff = z.enum(['on', 'off']);
const budget = z.coerce.number().int().min(1_000).max(1_000_000_000_000).optional();
const strongSecret = (text: string): boolean => text.length >= 32 && new Set(text).size >= 12;

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
      'Signs page cursors, addresses of adverts and status links, and encrypts the client secrets of single sign-on; a new one ends them. At least 32 characters, 12 of them different. Default outside production: made once, kept in TWINLADDER_DATA.',
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
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(2).max(200).default(12),
    meaning: 'Most connections to the database at once.',
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

export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly host: string;
  readonly port: number;
  /** `null`: the embedded PostgreSQL. */
  readonly databaseUrl: Secret | null;
  readonly migrationDatabaseUrl: Secret | null;
  readonly dataDir: string;
  readonly demo: boolean;
  /** `null`: to be made and kept in the data folder. */
  readonly secret: Secret | null;
  readonly auditHeads: {
    /** `null`: no heads are written by the server. */
    readonly folder: string | null;
    readonly keyFile: string | null;
    readonly minutes: number;
  };
  /** Where browsers reach the server, as an origin; `null`: it is not told. */
  readonly address: string | null;
  readonly signOn: { readonly timeoutMs: number; readonly loopback: boolean };
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** Units in a minute. */
  readonly budgets: { readonly member: number; readonly organisation: number };
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[];
  readonly trustedDocuments: boolean;
  readonly databasePool: number;
  readonly statementTimeoutMs: number;
  readonly drainWaitMs: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** `null`: no metrics. */
  readonly metricsAddress: { readonly host: string; readonly port: number } | null;
  /** `null`: no traces. */
  readonly tracesEndpoint: string | null;
}

/** A setting that cannot be used; the message names each setting and how to mend it, and never its value. */
export class ConfigError extends Error {}

const refusedSecret = (secret?: string): string[] =>
  secret === undefined || strongSecret(secret)
    ? []
    : ['TWINLADDER_SECRET: at least 32 characters, 12 of them different.'];
const refusedHeads = (folder?: string, keyFile?: string): string[] =>
  folder !== undefined && keyFile === undefined
    ? ['TWINLADDER_AUDIT_HEADS_KEY: audit heads need a key to sign them; twinladder audit-heads key makes one.']
    : [];

function addressOf(text?: string): Config['metricsAddress'] {
  const [host, port] = text?.split(':') ?? [];
  return host === undefined || port === undefined ? null : { host, port: Number(port) };
}

type OnOff = 'on' | 'off';
interface Lax {
  readonly databaseUrl: string | undefined;
  readonly demo: OnOff | undefined;
  readonly secret: string | undefined;
  readonly address: string | null;
  readonly signOn: Config['signOn'];
  readonly documents: OnOff | undefined;
}

function refusedInProduction({ databaseUrl, demo, secret, address, signOn, documents }: Lax): string[] {
  const wrong: string[] = [];
  if (address?.startsWith('http:') === true)
    wrong.push('TWINLADDER_ADDRESS: production is reached by https; the proxy in front of the server does it.');
  if (signOn.loopback)
    wrong.push('SIGN_ON_LOOPBACK: no provider of single sign-on is this very machine in production; remove it.');
  if (databaseUrl === undefined)
    wrong.push('DATABASE_URL: production needs a database of its own, the embedded one is for trying out.');
  if (demo === 'on')
    wrong.push('TWINLADDER_DEMO: the demonstration sign-in is refused in production; remove it or set it to off.');
  if (secret === undefined) wrong.push('TWINLADDER_SECRET: production needs a secret of its own.');
  if (documents === 'off')
    wrong.push('TRUSTED_DOCUMENTS: production takes known documents only; remove the setting or set it to on.');
  return wrong;
}

type Read = <N extends SettingName>(name: N) => z.infer<(typeof SETTINGS)[N]['schema']>;
type Bounds = 'sessionIdleMinutes' | 'sessionHours' | 'budgets' | 'trustedProxies' | 'trustedDocuments';

/** Where browsers reach the server, and how providers are asked. */
const signOnOf = (read: Read): Pick<Config, 'address' | 'signOn'> => ({
  address: read('TWINLADDER_ADDRESS') ?? null,
  signOn: { timeoutMs: read('SIGN_ON_TIMEOUT_MS'), loopback: read('SIGN_ON_LOOPBACK') === 'on' },
});

/** What bounds sessions and requests. */
function boundsOf(read: Read, production: boolean): Pick<Config, Bounds> {
  const documents = read('TRUSTED_DOCUMENTS');
  const proxies = (read('TRUSTED_PROXIES') ?? '').split(',').map((part) => part.trim());
  return {
    sessionIdleMinutes: read('SESSION_IDLE_MINUTES'),
    sessionHours: read('SESSION_HOURS'),
    budgets: {
      member: read('BUDGET_MEMBER') ?? (production ? 1_000_000 : 100_000_000),
      organisation: read('BUDGET_ORGANISATION') ?? (production ? 10_000_000 : 1_000_000_000),
    },
    trustedProxies: proxies.filter((part) => part !== ''),
    trustedDocuments: documents === undefined ? production : documents === 'on',
  };
}

/** What an operator sees, and how the server ends. */
function operationOf(
  read: Read,
  production: boolean,
): Pick<Config, 'drainWaitMs' | 'logLevel' | 'metricsAddress' | 'tracesEndpoint'> {
  return {
    drainWaitMs: read('DRAIN_WAIT_MS'),
    logLevel: read('LOG_LEVEL') ?? (production ? 'info' : 'warn'),
    metricsAddress: addressOf(read('METRICS_ADDRESS')),
    tracesEndpoint: read('OTEL_EXPORTER_OTLP_ENDPOINT') ?? null,
  };
}

/**
 * Reads all settings from an environment.
 * @throws ConfigError naming every setting that is wrong
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const read: Read = <N extends SettingName>(name: N): z.infer<(typeof SETTINGS)[N]['schema']> => {
    const raw = env[name];
    const result = SETTINGS[name].schema.safeParse(raw === '' ? undefined : raw);
    if (!result.success) wrong.push(`${name}: ${SETTINGS[name].meaning}`);
    return result.data as z.infer<(typeof SETTINGS)[N]['schema']>;
  };
  const environment = read('NODE_ENV');
  const production = environment === 'production';
  const databaseUrl = read('DATABASE_URL');
  const demo = read('TWINLADDER_DEMO');
  const secret = read('TWINLADDER_SECRET');
  const folder = read('TWINLADDER_AUDIT_HEADS');
  const keyFile = read('TWINLADDER_AUDIT_HEADS_KEY');
  const signOn = signOnOf(read);
  const lax = { databaseUrl, demo, secret, ...signOn, documents: read('TRUSTED_DOCUMENTS') };
  if (production) wrong.push(...refusedInProduction(lax));
  wrong.push(...refusedSecret(secret), ...refusedHeads(folder, keyFile));
  const config: Config = {
    environment,
    host: read('HOST'),
    port: read('PORT'),
    databaseUrl: secretOr(databaseUrl),
    migrationDatabaseUrl: secretOr(read('MIGRATION_DATABASE_URL')),
    dataDir: read('TWINLADDER_DATA'),
    demo: production ? false : demo !== 'off',
    secret: secretOr(secret),
    auditHeads: { folder: folder ?? null, keyFile: keyFile ?? null, minutes: read('TWINLADDER_AUDIT_HEADS_MINUTES') },
    ...signOn,
    ...boundsOf(read, production),
    databasePool: read('DATABASE_POOL'),
    statementTimeoutMs: read('STATEMENT_TIMEOUT_MS'),
    ...operationOf(read, production),
  };
  if (wrong.length > 0)
    throw new ConfigError(`These settings cannot be used.\n${wrong.map((w) => `  ${w}`).join('\n')}`);
  return Object.freeze(config);
}
