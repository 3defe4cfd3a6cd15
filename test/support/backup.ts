/** Why this file exists: what a backup test asks of a database: every table as two figures, and a file taken apart and put together again. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';

/** Rows and hash of every table but those that a restore leaves empty. Superuser: row-level security hides nothing. */
export async function contentsOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const contents: Record<string, string> = {};
    for (const { name } of rows) {
      if (name === 'session') continue;
      const found = await client.query<{ n: string; digest: string }>(
        `select count(*) as n, coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest from "${name}" t`,
      );
      contents[name] = `${found.rows[0]?.n ?? ''} ${found.rows[0]?.digest ?? ''}`;
    }
    return contents;
  } finally {
    await client.end();
  }
}

/** One value of a database. */
export async function valueOf(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

interface Sealed {
  manifest: { tables: Record<string, { rows: number; sha256: string }> };
  sha256: string;
}

/** Writes a changed copy of a backup: compressed again, and on request with a list of contents that fits the change. */
export function forge(file: string, copy: string, change: (text: string) => string, reseal: boolean): void {
  const text = change(gunzipSync(readFileSync(file)).toString());
  writeFileSync(copy, gzipSync(reseal ? sealed(text) : text, { level: 1 }));
}

/** The tables of a backup as its list of contents has them. */
export function tablesOf(file: string): Sealed['manifest']['tables'] {
  const text = gunzipSync(readFileSync(file)).toString();
  return (JSON.parse(text.slice(text.lastIndexOf('\n', text.length - 2) + 1)) as Sealed).manifest.tables;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function sealed(text: string): string {
  const end = text.lastIndexOf('\n', text.length - 2) + 1;
  const { manifest } = JSON.parse(text.slice(end)) as Sealed;
  const header = text.slice(0, text.indexOf('\n') + 1);
  for (const name of Object.keys(manifest.tables)) {
    const opening = `{"table":"${name}"}\n`;
    const start = text.indexOf(opening) + opening.length;
    const rows = text.startsWith('\\.\n', start) ? '' : text.slice(start, text.indexOf('\n\\.\n', start) + 1);
    manifest.tables[name] = { rows: rows.split('\n').length - 1, sha256: sha256(rows) };
  }
  const seal = sha256(`${header}${JSON.stringify(manifest)}\n`);
  return `${text.slice(0, end)}${JSON.stringify({ manifest, sha256: seal })}\n`;
}
