/** Why this file exists: what a reader sees of an evaluation, over all paths that lead there, and a panel to read about. */
import type { Client, TestApp, TestOrganisation } from './app.js';
import * as hiring from './hiring.js';
import { givePerson } from './people.js';

const EVALUATION = `withheld progress { submitted due }
  scorecards { state isAfterSeeingOthers person { displayName } content { verdict summary ratings { level evidence } } original { summary } amendments { reason after { summary } } }
  comparison { fit { share floors } verdicts { verdict person { displayName } } cells { ratings { rating person { displayName } } } }
  debrief { notes } decision { outcome reason dissent { text } }`;

interface Evaluation {
  readonly withheld: string | null;
  readonly progress: { submitted: number; due: number } | null;
  readonly scorecards: readonly { state: string; person: { displayName: string } }[];
  readonly comparison: { verdicts: readonly { person: { displayName: string } }[] } | null;
  readonly debrief: object | null;
  readonly decision: object | null;
}

/** Everything that a client can reach about the evaluation of an application, path by path. */
async function allPaths(client: Client, given: hiring.GivenApplication): Promise<readonly (Evaluation | null)[]> {
  const { applicationId, requisition } = given;
  const found: (Evaluation | null)[] = [];
  const direct = await client.ask(
    `query($a: ID!) { applicationEvaluation(applicationId: $a) { ${EVALUATION} } application(id: $a) { evaluation { ${EVALUATION} } } }`,
    { a: applicationId },
  );
  found.push(direct.applicationEvaluation, direct.application?.evaluation ?? null);
  const listed = await client.ask(
    `query($r: ID) { applications(requisitionId: $r) { nodes { id evaluation { ${EVALUATION} } } } }`,
    { r: requisition.requisitionId },
  );
  found.push(listed.applications.nodes.find((one: { id: string }) => one.id === applicationId)?.evaluation ?? null);
  const mine = await client.ask(
    `{ myInterviews { nodes { myScorecard { person { displayName } } application { id evaluation { ${EVALUATION} } } } } }`,
  );
  for (const node of mine.myInterviews.nodes)
    if (node.application.id === applicationId) found.push(node.application.evaluation);
  const compared = await client.ask(
    `query($r: ID!) { compareCandidates(requisitionId: $r) { candidates { withheld progress { submitted due } application { id evaluation { ${EVALUATION} } } comparison { fit { share floors } verdicts { verdict person { displayName } } cells { ratings { rating person { displayName } } } } } } }`,
    { r: requisition.requisitionId },
  );
  const row = compared.compareCandidates.candidates.find(
    (one: { application: { id: string } }) => one.application.id === applicationId,
  );
  if (row === undefined) found.push(null);
  else {
    const { evaluation } = row.application as { evaluation: Evaluation };
    expect([row.comparison, row.withheld, row.progress]).toEqual([
      evaluation.comparison,
      evaluation.withheld,
      evaluation.progress,
    ]);
    found.push(evaluation);
  }
  return found;
}

/** What a reader sees, the same on every path: names of authors, whether figures, debrief and decision are open, and the progress. */
export async function sight(
  client: Client,
  given: hiring.GivenApplication,
  everybody: readonly string[],
): Promise<string> {
  const paths = await allPaths(client, given);
  const [first] = paths;
  for (const path of paths) expect(path).toEqual(first);
  if (first === null || first === undefined) return 'nothing';
  const authors = [
    ...new Set(first.scorecards.map((one) => `${one.person.displayName}${one.state === 'DRAFT' ? '*' : ''}`)),
  ].sort();
  const text = JSON.stringify(paths);
  for (const name of everybody)
    expect([name, text.includes(`secret of ${name}`)]).toEqual([name, authors.some((author) => author === name)]);
  const compared = new Set(first.comparison?.verdicts.map((one) => one.person.displayName) ?? []);
  for (const name of compared) expect(authors.map((author) => author.replace('*', ''))).toContain(name);
  const open = [
    first.comparison === null ? '' : 'figures',
    first.debrief === null ? '' : 'debrief',
    first.decision === null ? '' : 'decision',
  ].filter((one) => one !== '');
  const { submitted, due } = first.progress ?? { submitted: -1, due: -1 };
  return `${authors.join(' ')} | ${open.join(' ') || first.withheld || ''} | ${submitted}/${due}`;
}

export interface Cast {
  readonly org: TestOrganisation;
  readonly given: hiring.GivenApplication;
  readonly interviews: readonly string[];
  readonly people: Readonly<Record<'Ann' | 'Ben' | 'Cleo' | 'Dan' | 'Eve', hiring.Employee>>;
  readonly auditor: Client;
  readonly see: (client: Client) => Promise<string>;
  readonly submit: (name: keyof Cast['people'], sitting: number) => Promise<string>;
}

/** Ann rates the first sitting, Ben the second, Cleo both; Dan observes the first; Eve is an auditor who rates the second. */
export async function cast(app: TestApp): Promise<Cast> {
  const org = await app.organisation();
  const requisition = await hiring.giveRequisition(org);
  const [Ann, Ben, Cleo, Dan] = [
    await hiring.giveInterviewer(org, 'Ann'),
    await hiring.giveInterviewer(org, 'Ben'),
    await hiring.giveInterviewer(org, 'Cleo'),
    await hiring.giveInterviewer(org, 'Dan'),
  ];
  const Eve = await givePerson(org, { name: 'Eve', grants: ['EMPLOYEE', 'INTERVIEWER', 'AUDITOR'] });
  const people = { Ann, Ben, Cleo, Dan, Eve };
  await hiring.givePlan(requisition, [
    { raters: [Ann.personId, Cleo.personId], observers: [Dan.personId] },
    { raters: [Ben.personId, Cleo.personId, Eve.personId] },
  ]);
  const given = await hiring.giveApplication(requisition);
  const interviews = await hiring.giveInterviews(given);
  const names = [...Object.keys(people), 'Fay', 'Hanna Manager'];
  for (const [name, who] of Object.entries(people)) {
    const [at] = (await who.client.ask('{ myInterviews { nodes { id } } }')).myInterviews.nodes as { id: string }[];
    await hiring.draftScorecard(who.client, at?.id ?? '', { note: `secret draft of ${name}` });
  }
  return {
    org,
    given,
    interviews,
    people,
    auditor: await org.member(['AUDITOR']),
    see: (client) => sight(client, given, names),
    submit: (name, sitting) =>
      hiring.submitScorecard(people[name].client, interviews[sitting] ?? '', {
        note: `secret of ${name}`,
        level: name === 'Ben' ? 1 : 4,
        verdict: name === 'Ben' ? 'STRONG_NO' : 'YES',
      }),
  };
}
