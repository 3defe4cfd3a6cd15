/** Why this file exists: reads the tour out of the README and walks it word for word against a running server. */
import { send, type RemoteAnswer } from './process.js';

export interface TourStep {
  /** Heading of the step. */
  readonly title: string;
  /** Display name of the member who acts. */
  readonly as: string;
  readonly query: string;
  /** JSON text of the variables, with `$step.path` for values of earlier answers. */
  readonly variables: string;
  /** Name of the operation; answers are remembered under it. */
  readonly name: string;
}

/** The steps of the tour in a README: headings `### n. title`, a line `As **Name**`, a graphql block and, where needed, a json block. */
export function stepsOf(readme: string): TourStep[] {
  const section = /## Ten minutes[^\n]*\n([\s\S]*?)(\n## |$)/.exec(readme)?.[1] ?? '';
  const steps: TourStep[] = [];
  let as = '';
  for (const part of section.split(/\n(?=### )/).slice(1)) {
    const title = /^### (.*)$/m.exec(part)?.[1] ?? '';
    for (const match of part.matchAll(/As \*\*([^*]+)\*\*|```graphql\n([\s\S]*?)```(?:\s*```json\n([\s\S]*?)```)?/g)) {
      if (match[1] !== undefined) as = match[1];
      else {
        const query = match[2] ?? '';
        steps.push({
          title,
          as,
          query,
          variables: match[3] ?? '{}',
          name: /(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '',
        });
      }
    }
  }
  return steps;
}

/** The value at a dotted path; `[key=value]` picks the first list entry with that property, a number picks by place. */
function at(value: unknown, path: string): unknown {
  let here = value;
  for (const step of path.match(/\[[^\]]+\]|[^.[]+/g) ?? []) {
    const pick = /^\[([\w.]+)=([^\]]+)\]$/.exec(step);
    if (pick !== null && Array.isArray(here))
      here = here.find((e: unknown) => String(at(e, pick[1] ?? '')) === pick[2]);
    else if (typeof here === 'object' && here !== null) here = (here as Record<string, unknown>)[step];
    else here = undefined;
  }
  if (here === undefined) throw new Error(`nothing at ${path} in ${JSON.stringify(value).slice(0, 600)}`);
  return here;
}

/** Puts remembered values into the variables: a string `$Name.path` becomes the value itself. */
function filled(value: unknown, answers: ReadonlyMap<string, unknown>): unknown {
  if (typeof value === 'string' && value.startsWith('$')) {
    const [name = '', ...rest] = value.slice(1).split('.');
    return at(answers.get(name), rest.join('.'));
  }
  if (Array.isArray(value)) return value.map((v) => filled(v, answers));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, filled(v, answers)]));
  return value;
}

/** Every result union below the root must be a success. */
function refusalsIn(data: Record<string, unknown>): string[] {
  return Object.entries(data).flatMap(([field, value]) => {
    const typename =
      typeof value === 'object' && value !== null && '__typename' in value ? String(value.__typename) : '';
    return typename !== '' && !typename.endsWith('Success') && 'code' in (value as object)
      ? [`${field}: ${JSON.stringify(value)}`]
      : [];
  });
}

/** Walks the tour. @returns the answers by operation name; throws at the first step that does not succeed */
export async function walk(address: string, steps: readonly TourStep[]): Promise<ReadonlyMap<string, unknown>> {
  const answers = new Map<string, unknown>();
  const cookies = new Map<string, string>();
  const cookieOf = async (name: string): Promise<string> => {
    const known = cookies.get(name);
    if (known !== undefined) return known;
    const { body } = await send(address, '{ demonstrationMembers { memberId displayName } }', {});
    const member = (body.data.demonstrationMembers as { memberId: string; displayName: string }[]).find(
      (m) => m.displayName === name,
    );
    if (member === undefined) throw new Error(`nobody in the demonstration is called ${name}`);
    const { cookie } = await send(address, 'mutation($m: ID!) { demonstrationSignIn(memberId: $m) { __typename } }', {
      m: member.memberId,
    });
    cookies.set(name, cookie);
    return cookie;
  };
  for (const step of steps) {
    const variables = filled(JSON.parse(step.variables), answers) as Record<string, unknown>;
    const { body }: { body: RemoteAnswer } = await send(address, step.query, variables, {
      cookie: await cookieOf(step.as),
    });
    if (body.errors !== undefined) throw new Error(`${step.title} (${step.name}): ${JSON.stringify(body.errors)}`);
    const refused = refusalsIn(body.data as Record<string, unknown>);
    if (refused.length > 0) throw new Error(`${step.title} (${step.name}) was refused: ${refused.join('; ')}`);
    answers.set(step.name, body.data);
  }
  return answers;
}
