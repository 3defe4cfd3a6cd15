/** Why this file exists: what the built-in library cites, and whether its newest release is adopted, as the API shows them. */
import { Field, ID, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/index.js';
import { Day, Instant, Op, Operation } from '../../../platform/graphql/index.js';
import { REFERENCE_KINDS, type Library, type ReferenceKind } from '../library/library.js';
import { newestRelease } from '../store/framework.store.js';
import { enumOf } from './framework.enums.js';

const ReferenceKindEnum = enumOf(REFERENCE_KINDS);
registerEnumType(ReferenceKindEnum, {
  name: 'ReferenceKind',
  description: 'What kind of text a reference is.',
  valuesMap: {
    STANDARD: { description: 'A published standard.' },
    REGULATION: { description: 'A law or a binding rule.' },
    GUIDANCE: { description: 'What an authority or a group of them advises.' },
    FRAMEWORK: { description: 'A framework that others built.' },
    PAPER: { description: 'A scientific or technical paper.' },
    TAXONOMY: { description: 'A list of skills or occupations.' },
  },
});

@ObjectType('LibraryReference', { description: 'A law, standard, paper or outside framework that skills point to.' })
export class LibraryReferenceObject {
  @Field(() => String, { description: 'As it stands in `Skill.references`, such as `SFIA DENG` or `iec-62304`.' })
  readonly code!: string;
  @Field(() => String, { description: 'Name, or the principle or check itself.' })
  readonly name!: string;
  @Field(() => ReferenceKindEnum, { description: 'What kind of text it is.' })
  readonly kind!: ReferenceKind;
  @Field(() => [String], {
    description: 'Where it holds: `EU`, `UK`, `US`, `international`; empty for lists that hold nowhere in law.',
  })
  readonly jurisdictions!: readonly string[];
  @Field(() => String, { nullable: true, description: 'Its state on the day `LibraryRelease.asOf`, in words.' })
  readonly status!: string | null;
  @Field(() => String, { nullable: true, description: 'What it says, in our words.' })
  readonly summary!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it matters for job roles.' })
  readonly whyItMatters!: string | null;
}

@ObjectType('LibraryRelease', { description: 'The newest release of the built-in library.' })
export class LibraryReleaseObject {
  @Field(() => ID, { description: 'Id of the release.' })
  readonly id!: string;
  @Field(() => Instant, { description: 'When the operator loaded it.' })
  readonly loadedAt!: string;
  @Field(() => Boolean, { description: 'Whether your organisation has adopted it.' })
  readonly isAdopted!: boolean;
  @Field(() => Day, { description: 'Day on which the state of the references was last looked up.' })
  readonly asOf!: string;
  @Field(() => [LibraryReferenceObject], { description: 'What its skills point to.' })
  readonly references!: readonly LibraryReferenceObject[];
}

type Cited = Pick<Library, 'references' | 'sfiaCodes' | 'gmlpPrinciples' | 'mlTestScore'>;

const plain = { status: null, summary: null, whyItMatters: null } as const;

/** Everything that skills point to, under the code that `Skill.references` uses. */
export const referenceObjects = (cited: Cited): LibraryReferenceObject[] => [
  ...cited.references.map(({ key, name, kind, jurisdiction, status, summary, whyItMattersForJobRoles }) => ({
    code: key,
    name,
    kind,
    jurisdictions: jurisdiction.split(/, | and /),
    status,
    summary,
    whyItMatters: whyItMattersForJobRoles,
  })),
  ...cited.gmlpPrinciples.map((g) => ({
    ...plain,
    code: `GMLP ${g.number}`,
    name: g.statement,
    kind: 'GUIDANCE' as const,
    jurisdictions: ['international'],
  })),
  ...cited.mlTestScore.map((c) => ({
    ...plain,
    code: `ML Test Score ${c.code}`,
    name: c.statement,
    kind: 'PAPER' as const,
    jurisdictions: [],
  })),
  ...cited.sfiaCodes.map((c) => ({
    ...plain,
    code: `SFIA ${c.code}`,
    name: c.name,
    kind: 'TAXONOMY' as const,
    jurisdictions: [],
  })),
];

@Resolver(() => LibraryReleaseObject)
export class LibraryReleaseResolver {
  @Query(() => LibraryReleaseObject, {
    nullable: true,
    description: 'The newest release of the built-in library and what it cites; absent before the first is loaded.',
  })
  @Requires('framework:read')
  async libraryRelease(@Op() operation: Operation): Promise<LibraryReleaseObject | null> {
    const release = await newestRelease(operation.unit);
    return release === null ? null : { ...release, references: referenceObjects(release) };
  }
}
