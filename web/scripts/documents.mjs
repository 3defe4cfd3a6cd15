/** Why this file exists: types for every GraphQL document of the web app, and the documents as short strings inside the page that sends them. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import { preset } from '@graphql-codegen/client-preset';
import { gqlPluckFromCodeString } from '@graphql-tools/graphql-tag-pluck';
import { createRequest, formatDocument, stringifyDocument } from '@urql/core';
import {
  buildASTSchema,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const source = join(web, 'src');
const target = join(source, 'gql');

const readSchema = () => parse(readFileSync(join(web, '..', 'schema.graphql'), 'utf8'));

/** @returns {Promise<{location: string, rawSDL: string, document: import('graphql').DocumentNode}[]>} every document of the source, in the order of the files */
async function readDocuments() {
  const found = [];
  const files = readdirSync(source, { recursive: true }).filter((f) => /\.tsx?$/.test(f) && !f.startsWith('gql'));
  for (const file of files.sort()) {
    const location = join(source, file);
    const code = readFileSync(location, 'utf8');
    if (!code.includes('graphql(')) continue;
    const options = { globalGqlIdentifierName: ['graphql'], skipIndent: true }; // or the keys do not match the source
    for (const part of await gqlPluckFromCodeString(location, code, options)) {
      found.push({ location: file, rawSDL: part.body, document: parse(part.body) });
    }
  }
  return found;
}

/** Refuses documents that the schema does not know, and names used twice; without this the types would be quietly wrong. */
function checkDocuments(schema, documents) {
  const names = new Map();
  for (const { location, document } of documents) {
    for (const definition of document.definitions) {
      const other = names.get(definition.name?.value);
      if (other !== undefined)
        throw new Error(`${definition.name?.value} is in ${other} and in ${location}: names are unique`);
      names.set(definition.name?.value, location);
    }
  }
  const all = { kind: 'Document', definitions: documents.flatMap((d) => d.document.definitions) };
  const faults = validate(schema, all).filter((e) => !/is never used/.test(e.message));
  const told = [
    ...faults.map((e) => `${whereIs(names, e)}: ${e.message}`),
    ...documents.flatMap((d) => withoutIds(schema, d)),
  ];
  if (told.length === 0) return;
  throw new Error(`The web app asks for what the API does not have:\n${told.join('\n')}`);
}

/** Whatever has an id is asked for it, or the cache cannot tell two answers about the same record together. */
function withoutIds(schema, { location, document }) {
  const told = [];
  const info = new TypeInfo(schema);
  const check = (node) => {
    const type = info.getParentType();
    if (!(isObjectType(type) || isInterfaceType(type)) || type.getFields().id === undefined) return;
    const asks = node.selections.some((s) =>
      s.kind === 'Field' ? s.name.value === 'id' && s.alias === undefined : s.kind === 'FragmentSpread',
    );
    if (!asks) told.push(`${location}: a selection of ${type.name} without its id`);
  };
  visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet(node, _key, parent) {
        if (parent?.kind !== 'InlineFragment') check(node);
      },
    }),
  );
  return told;
}

/** Pages that have no such cache: what they ask for is no part of its shape. */
const isWithoutCache = (location) => /^(public|invited)\//.test(location);

/** The schema's shape for the cache, only the types and fields that some document asks for. */
function shapeOf(schema, documents) {
  const used = new Map();
  /** What a union is answered with; the union itself is asked for by no fragment, and the cache goes by its members. */
  const members = new Set();
  const info = new TypeInfo(schema);
  for (const { document } of documents.filter(({ location }) => !isWithoutCache(location)))
    visit(
      document,
      visitWithTypeInfo(info, {
        Field(node) {
          const parent = info.getParentType();
          if (parent == null || node.name.value.startsWith('__')) return;
          const answered = getNamedType(info.getType());
          if (isUnionType(answered)) for (const type of answered.getTypes()) members.add(type.name);
          const concrete = isInterfaceType(parent) ? schema.getPossibleTypes(parent) : [];
          for (const type of [parent, ...concrete])
            used.set(type.name, (used.get(type.name) ?? new Set()).add(node.name.value));
        },
      }),
    );
  const kept = Object.values(schema.getTypeMap()).filter(
    (type) =>
      used.has(type.name) || members.has(type.name) || isInterfaceType(type) || isOfInterface(schema, type.name),
  );
  const fieldsOf = (type) =>
    Object.values(type.getFields())
      .filter(({ name }) => used.get(type.name)?.has(name))
      .map((field) => field.name + wrappersOf(field.type));
  return {
    types: Object.fromEntries(kept.map((type) => [type.name, fieldsOf(type).join(' ')])),
    interfaces: Object.fromEntries(
      kept.filter(isInterfaceType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
    ),
  };
}

/** What surrounds a type, from outside in: `!` never null, `*` a list. `app/shape.ts` reads it. */
const wrappersOf = (type) =>
  isNonNullType(type) ? `!${wrappersOf(type.ofType)}` : isListType(type) ? `*${wrappersOf(type.ofType)}` : '';

/** Members of interfaces stay, though no field of theirs is asked for. */
const isOfInterface = (schema, name) => {
  const type = schema.getType(name);
  return isObjectType(type) && type.getInterfaces().length > 0;
};

const whereIs = (names, error) => {
  for (const node of error.nodes ?? []) {
    const name = /(?:query|mutation|fragment|subscription) (\w+)/.exec(node.loc?.source.body ?? '')?.[1];
    if (name !== undefined && names.has(name)) return `${names.get(name)} (${name})`;
  }
  return 'a document';
};

function writeIfChanged(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

/** Leaves out, with a word about it, the documents that do not fit the schema: while a page is being written the others still work. */
function onlySound(schema, documents) {
  const fragments = documents.filter((d) => d.document.definitions[0].kind === 'FragmentDefinition');
  const sound = documents.filter((d) => {
    try {
      checkDocuments(schema, [...new Set([...fragments, d])]);
      return true;
    } catch (error) {
      if (!String(error.message).includes(d.location)) return true;
      console.warn(error.message);
      return false;
    }
  });
  return sound;
}

/** Writes src/gql: types of every document, and the schema's shape for the cache. @param tolerant leaves faulty documents out instead of refusing */
export async function generate({ tolerant = false } = {}) {
  const schemaAst = readSchema();
  const schema = buildASTSchema(schemaAst);
  const all = await readDocuments();
  if (!tolerant) checkDocuments(schema, all);
  const documents = tolerant ? onlySound(schema, all) : all;
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${target}/`,
    schema: schemaAst,
    schemaAst: schema,
    documents: documents.map((d) => ({ ...d, location: join(source, d.location) })),
    plugins: [],
    pluginMap: {},
    pluginContext: {},
    documentTransforms: [],
    profiler: { run: (f) => f(), collect: () => [] },
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
    config: {
      useTypeImports: true,
      enumsAsTypes: true,
      nonOptionalTypename: true,
      scalars: { ID: 'string', Day: 'string', Instant: 'string' },
    },
  });
  for (const section of sections) writeIfChanged(section.filename, await codegen(section));
  writeIfChanged(join(target, 'shape.json'), JSON.stringify(shapeOf(schema, documents)));
}

/** Operation text by its source text: its fragments added, white space removed. Fragments alone become an empty text. */
async function texts() {
  const documents = await readDocuments();
  const fragments = new Map();
  for (const { document } of documents)
    for (const d of document.definitions) if (d.kind === 'FragmentDefinition') fragments.set(d.name.value, d);
  const withFragments = (document) => {
    const used = new Map();
    const collect = (node) => {
      visit(node, {
        FragmentSpread(spread) {
          const name = spread.name.value;
          if (used.has(name)) return;
          used.set(name, fragments.get(name));
          collect(fragments.get(name));
        },
      });
    };
    collect(document);
    return stripIgnoredCharacters([document, ...used.values()].map(print).join('\n'));
  };
  return new Map(
    documents.map(({ rawSDL, document }) => [
      rawSDL.trim(),
      document.definitions[0].kind === 'OperationDefinition' ? withFragments(document) : '',
    ]),
  );
}

/** SHA-256 of each operation as a client sends it, with a cache (type names added) or without, by which a server that takes known documents only knows it. */
async function digests() {
  const operations = [...(await texts()).values()].filter((text) => text !== '');
  const sent = operations.flatMap((text) => {
    const { query } = createRequest(text, {});
    return [query, formatDocument(query)].map(stringifyDocument);
  });
  return sent.map((text) => createHash('sha256').update(text).digest('base64url')).sort();
}

/** Puts each operation's text in the place of its `graphql(...)`, so that a page carries its own documents and no other's. */
export function graphqlDocuments() {
  let known = new Map();
  let tolerant = false;
  return {
    name: 'graphql-documents',
    enforce: 'pre',
    configResolved(config) {
      tolerant = config.command === 'serve';
    },
    async buildStart() {
      await generate({ tolerant });
      known = await texts();
    },
    async handleHotUpdate({ file, read }) {
      if (!/\.tsx?$/.test(file) || file.startsWith(target) || !(await read()).includes('graphql(')) return;
      await generate({ tolerant });
      known = await texts();
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'documents.json', source: JSON.stringify(await digests()) });
    },
    transform(code, id) {
      if (!id.startsWith(source) || id.startsWith(target) || !code.includes('graphql(')) return null;
      return code.replaceAll(/\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`([^`]*)`\s*,?\s*\)/g, (_, text) => {
        const operation = known.get(text.trim());
        if (operation === undefined) throw new Error(`${id}: a document that was not read: ${text.slice(0, 60)}`);
        return JSON.stringify(operation);
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
