/** Why this file exists: days and instants have one form each, refused before they reach a resolver when they are not real. */
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar day from 1900 to 2199 in the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  const match = DAY.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const wrong = (message: string): GraphQLError => new GraphQLError(message, { extensions: { code: 'BAD_INPUT' } });

function parseDay(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw wrong('A Day is a calendar day between 1900 and 2199 as YYYY-MM-DD, for example 2026-11-22.');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;
function parseInstant(value: unknown): string {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date.toISOString();
  }
  throw wrong('An Instant is a date and time with its zone, for example 2026-11-22T14:00:00Z.');
}

export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day, `YYYY-MM-DD`, between 1900 and 2199.',
  serialize: (value) => String(value).slice(0, 10),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});

export const Instant = new GraphQLScalarType<string, string>({
  name: 'Instant',
  description: 'A moment in time in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. Input may carry any zone.',
  serialize: (value) => new Date(value as string).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

export const JsonObject = new GraphQLScalarType<unknown, unknown>({
  name: 'JsonObject',
  description: 'A JSON object that is defined elsewhere, such as schema.org JSON-LD. Output only.',
  serialize: (value) => value,
  parseValue: () => {
    throw wrong('JsonObject is for answers only.');
  },
});
