/** Why this file exists: GraphiQL outside production, served from our own packages, so that trying the API needs no internet. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ApolloServerPlugin } from '@apollo/server';
import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** GraphiQL and the React that it needs live in a package of their own, apart from the web app's. */
const require = createRequire(createRequire(import.meta.url).resolve('@twinladder/graphiql/package.json'));
const inPackage = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), file);

const FILES: Readonly<Record<string, { readonly type: string; readonly path: () => string }>> = {
  'react.js': { type: 'text/javascript', path: () => inPackage('react', 'umd/react.production.min.js') },
  'react-dom.js': { type: 'text/javascript', path: () => inPackage('react-dom', 'umd/react-dom.production.min.js') },
  'graphiql.js': { type: 'text/javascript', path: () => inPackage('graphiql', 'graphiql.min.js') },
  'graphiql.css': { type: 'text/css', path: () => inPackage('graphiql', 'graphiql.min.css') },
};

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Twinladder API</title>
    <link rel="stylesheet" href="/graphiql/graphiql.css" />
    <link rel="stylesheet" href="/graphiql/page.css" />
  </head>
  <body>
    <div id="graphiql">Loading...</div>
    <script src="/graphiql/react.js"></script>
    <script src="/graphiql/react-dom.js"></script>
    <script src="/graphiql/graphiql.js"></script>
    <script src="/graphiql/page.js"></script>
  </body>
</html>
`;

const PAGE_CSS = 'html, body { height: 100%; margin: 0; } #graphiql { height: 100vh; }';

const PAGE_JS = `const first = [
  '# Step into a member of the demonstration organisation first, then ask away.',
  'query People { demonstrationMembers { memberId displayName headline } }',
  '',
  'mutation Enter($memberId: ID!) {',
  '  demonstrationSignIn(memberId: $memberId) { __typename ... on SignInSuccess { member { displayName } } }',
  '}',
  '',
  'query Me { me { member { displayName } grants permissions } }',
].join('\\n');
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, { fetcher: GraphiQL.createFetcher({ url: '/graphql' }), defaultQuery: first }),
);
`;

/** Answers a browser's GET /graphql with the page. */
export const graphiqlPage: ApolloServerPlugin = {
  serverWillStart: () => Promise.resolve({ renderLandingPage: () => Promise.resolve({ html: PAGE }) }),
};

/** The page's own files; nothing is read that is not in the list. */
@Controller('graphiql')
export class GraphiqlController {
  @Get(':file')
  async file(@Param('file') file: string, @Res() reply: FastifyReply): Promise<void> {
    if (file === 'page.js') return void reply.type('text/javascript').send(PAGE_JS);
    if (file === 'page.css') return void reply.type('text/css').send(PAGE_CSS);
    const found = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
    if (found === undefined) throw new NotFoundException();
    void reply.type(found.type).send(await readFile(found.path()));
  }
}
