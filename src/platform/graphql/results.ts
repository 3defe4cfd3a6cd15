/** Why this file exists: the answer of a command is a union: its success, or a problem of one of six kinds that a client can act on. */
import { createUnionType, Field, Int, InterfaceType, ObjectType, type ReturnTypeFuncValue } from '@nestjs/graphql';
import type { Outcome, Problem } from '../outcome/index.js';
import { PROBLEM_KINDS, problemEntry } from '../problems/index.js';

@ObjectType('ProblemFact', { description: 'One fact about a problem, such as the level that the evidence can carry.' })
export class ProblemFact {
  @Field(() => String, { description: 'What the fact is about.' })
  readonly name!: string;
  @Field(() => String, { description: 'Its value, as text; lists are joined by commas.' })
  readonly value!: string;
}

@InterfaceType('Problem', { description: 'Why a command was refused. Nothing was changed.' })
export abstract class ProblemObject {
  @Field(() => String, { description: 'Stable code in capitals; docs/errors.md lists them all.' })
  readonly code!: string;
  @Field(() => String, { description: 'What is wrong and how to mend it, for a person.' })
  readonly message!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Path of the input field that must change, such as `requirements.3.level`.',
  })
  readonly field!: string | null;
  @Field(() => [ProblemFact], { description: 'Facts that help to act; may be empty.' })
  readonly facts!: readonly ProblemFact[];
}

@ObjectType('InvalidInput', {
  implements: () => [ProblemObject],
  description: 'A value cannot be used as it is; change the field named.',
})
export class InvalidInput extends ProblemObject {}
@ObjectType('RuleViolation', {
  implements: () => [ProblemObject],
  description: 'The input is well formed, but a rule of the domain refuses it now.',
})
export class RuleViolation extends ProblemObject {}
@ObjectType('NotFound', {
  implements: () => [ProblemObject],
  description: 'The record does not exist, or you may not see it.',
})
export class NotFound extends ProblemObject {}
@ObjectType('StaleVersion', {
  implements: () => [ProblemObject],
  description: 'Somebody changed the record after you read it.',
})
export class StaleVersion extends ProblemObject {
  @Field(() => Int, { nullable: true, description: 'The version it has now; absent when the record is gone.' })
  readonly currentVersion!: number | null;
}
@ObjectType('AlreadyExists', { implements: () => [ProblemObject], description: 'What may exist once exists already.' })
export class AlreadyExists extends ProblemObject {}
@ObjectType('NotAllowed', {
  implements: () => [ProblemObject],
  description: 'You may not do this to this record, for example because of a conflict of interest.',
})
export class NotAllowed extends ProblemObject {}

const problemTypes = [InvalidInput, RuleViolation, NotFound, StaleVersion, AlreadyExists, NotAllowed] as const;

interface Tagged {
  readonly __typename: string;
}

/** A field of a success type: what it returns and what that is. */
type SuccessField = readonly [type: () => ReturnTypeFuncValue, description: string];

/**
 * The result union of a mutation: `<Name>Success` and every kind of problem.
 * @param name         the mutation's name with a capital, such as `SubmitScorecard`
 * @param description  what has happened when it succeeded
 * @param fields       fields of the success type, none of them nullable
 */
export function resultUnion(name: string, description: string, fields: Readonly<Record<string, SuccessField>>): object {
  const success = { [name]: class {} }[name] as new () => object;
  for (const [field, [type, text]] of Object.entries(fields))
    Field(type, { description: text })(success.prototype as object, field);
  ObjectType(`${name}Success`, { description })(success);
  return createUnionType({
    name: `${name}Result`,
    description: `What ${name} answers: its success, or why it was refused.`,
    types: () => [success, ...problemTypes] as const,
    resolveType: (value: Tagged) => value.__typename,
  });
}

/**
 * Turns an outcome into a member of the result union.
 * @param success  fields of the success; give links as functions, so that they are loaded only when they are asked for
 */
export function answer<T, S extends object>(
  name: string,
  outcome: Outcome<T, Problem>,
  success: (value: T) => S,
): object {
  if (outcome.ok) return withLinks({ __typename: `${name}Success`, ...success(outcome.value) });
  return problemAnswer(outcome.problem);
}

/** Turns functions into properties that call them when they are read. */
function withLinks(record: Record<string, unknown>): object {
  for (const [name, value] of Object.entries(record))
    if (typeof value === 'function')
      Object.defineProperty(record, name, { enumerable: true, get: value as () => unknown });
  return record;
}

/** A problem as a member of any result union. */
export function problemAnswer(problem: Problem): object {
  const { code, message, field, ...facts } = problem as Problem & Record<string, unknown>;
  const { kind } = problemEntry(code);
  if (!PROBLEM_KINDS.includes(kind)) throw new Error(`unknown kind ${kind}`);
  return {
    __typename: kind,
    code,
    message,
    field: field ?? null,
    facts: Object.entries(facts).map(([name, value]) => ({ name, value: factText(value) })),
    currentVersion: facts['currentVersion'] ?? null,
  };
}

const factText = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(factText).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value ?? null);
