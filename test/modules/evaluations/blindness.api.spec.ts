/** Why this file exists: the truth table of blindness: every reader, every path, before and after the own submission, across stages. */
import { startTestApp, type Client, type TestApp, type TestOrganisation } from '../../support/app.js';
import { addGrant } from '../../../src/modules/grants/index.js';
import { ok } from '../../../src/platform/outcome/index.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

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
  const direct = await client.ask(`query($a: ID!) { applicationEvaluation(applicationId: $a) { ${EVALUATION} } application(id: $a) { evaluation { ${EVALUATION} } } }`, { a: applicationId });
  found.push(direct.applicationEvaluation, direct.application?.evaluation ?? null);
  const listed = await client.ask(`query($r: ID) { applications(requisitionId: $r) { nodes { id evaluation { ${EVALUATION} } } } }`, { r: requisition.requisitionId });
  found.push(listed.applications.nodes.find((one: { id: string }) => one.id === applicationId)?.evaluation ?? null);
  const mine = await client.ask(`{ myInterviews { nodes { myScorecard { person { displayName } } application { id evaluation { ${EVALUATION} } } } } }`);
  for (const node of mine.myInterviews.nodes) if (node.application.id === applicationId) found.push(node.application.evaluation);
  const compared = await client.ask(
    `query($r: ID!) { compareCandidates(requisitionId: $r) { candidates { withheld progress { submitted due } application { id evaluation { ${EVALUATION} } } comparison { fit { share floors } verdicts { verdict person { displayName } } cells { ratings { rating person { displayName } } } } } } }`,
    { r: requisition.requisitionId },
  );
  const row = compared.compareCandidates.candidates.find((one: { application: { id: string } }) => one.application.id === applicationId);
  if (row === undefined) found.push(null);
  else {
    const { evaluation } = row.application as { evaluation: Evaluation };
    expect([row.comparison, row.withheld, row.progress]).toEqual([evaluation.comparison, evaluation.withheld, evaluation.progress]);
    found.push(evaluation);
  }
  return found;
}

/** What a reader sees, the same on every path: names of authors, whether figures, debrief and decision are open, and the progress. */
async function sight(client: Client, given: hiring.GivenApplication, everybody: readonly string[]): Promise<string> {
  const paths = await allPaths(client, given);
  const [first] = paths;
  for (const path of paths) expect(path).toEqual(first);
  if (first === null || first === undefined) return 'nothing';
  const authors = [...new Set(first.scorecards.map((one) => `${one.person.displayName}${one.state === 'DRAFT' ? '*' : ''}`))].sort();
  const text = JSON.stringify(paths);
  for (const name of everybody) expect([name, text.includes(`secret of ${name}`)]).toEqual([name, authors.some((author) => author === name)]);
  const compared = new Set(first.comparison?.verdicts.map((one) => one.person.displayName) ?? []);
  for (const name of compared) expect(authors.map((author) => author.replace('*', ''))).toContain(name);
  const open = [first.comparison === null ? '' : 'figures', first.debrief === null ? '' : 'debrief', first.decision === null ? '' : 'decision'].filter((one) => one !== '');
  const { submitted, due } = first.progress ?? { submitted: -1, due: -1 };
  return `${authors.join(' ')} | ${open.join(' ') || first.withheld || ''} | ${submitted}/${due}`;
}

interface Cast {
  readonly org: TestOrganisation;
  readonly given: hiring.GivenApplication;
  readonly interviews: readonly string[];
  readonly people: Readonly<Record<'Ann' | 'Ben' | 'Cleo' | 'Dan' | 'Eve', hiring.Employee>>;
  readonly auditor: Client;
  see(client: Client): Promise<string>;
  submit(name: keyof Cast['people'], sitting: number): Promise<string>;
}

/** Ann rates the first sitting, Ben the second, Cleo both; Dan observes the first; Eve is an auditor who rates the second. */
async function cast(): Promise<Cast> {
  const org = await app.organisation();
  const requisition = await hiring.giveRequisition(org);
  const [Ann, Ben, Cleo, Dan] = [await hiring.giveInterviewer(org, 'Ann'), await hiring.giveInterviewer(org, 'Ben'), await hiring.giveInterviewer(org, 'Cleo'), await hiring.giveInterviewer(org, 'Dan')];
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
    submit: (name, sitting) => hiring.submitScorecard(people[name].client, interviews[sitting] ?? '', { note: `secret of ${name}`, level: name === 'Ben' ? 1 : 4, verdict: name === 'Ben' ? 'STRONG_NO' : 'YES' }),
  };
}

describe('blindness', () => {
  it('holds for every reader on every path until the own scorecards of all stages are submitted, and figures wait for the whole panel', async () => {
    const { see, submit, people, given, auditor } = await cast();
    const { Ann, Ben, Cleo, Dan, Eve } = people;
    const manager = given.requisition.manager.client;

    expect(await see(manager)).toBe(' | PANEL_INCOMPLETE | 0/5');
    expect(await see(auditor)).toBe(' | PANEL_INCOMPLETE | 0/5');
    expect(await see(Ann.client)).toBe('Ann* | OWN_SCORECARD_DUE | 0/5');
    expect(await see(Dan.client)).toBe('Dan* | OWN_SCORECARD_DUE | 0/5');

    await submit('Ann', 0);
    expect(await see(manager)).toBe('Ann | PANEL_INCOMPLETE | 1/5');
    expect(await see(auditor)).toBe('Ann | PANEL_INCOMPLETE | 1/5');
    expect(await see(Ann.client)).toBe('Ann | PANEL_INCOMPLETE | 1/5');
    expect(await see(Ben.client)).toBe('Ben* | OWN_SCORECARD_DUE | 1/5');
    expect(await see(Cleo.client)).toBe('Cleo* | OWN_SCORECARD_DUE | 1/5');
    expect(await see(Dan.client)).toBe('Dan* | OWN_SCORECARD_DUE | 1/5');
    expect(await see(Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 1/5'); // an auditor on the panel is a panel member first

    await submit('Ben', 1);
    expect(await see(Ann.client)).toBe('Ann Ben | PANEL_INCOMPLETE | 2/5'); // another stage, the same application
    expect(await see(Ben.client)).toBe('Ann Ben | PANEL_INCOMPLETE | 2/5');

    await submit('Cleo', 0);
    expect(await see(Cleo.client)).toBe('Cleo Cleo* | OWN_SCORECARD_DUE | 3/5'); // one of two own ones is due
    await submit('Cleo', 1);
    expect(await see(Cleo.client)).toBe('Ann Ben Cleo | PANEL_INCOMPLETE | 4/5');
    expect(await see(Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 4/5');

    await submit('Eve', 1);
    for (const reader of [manager, auditor, Ann.client, Ben.client, Cleo.client, Eve.client]) expect(await see(reader)).toBe('Ann Ben Cleo Eve | figures | 5/5');
    expect(await see(Dan.client)).toBe('Dan* | OWN_SCORECARD_DUE | 5/5'); // an observer owes a scorecard like everybody

    await submit('Dan', 0);
    expect(await see(Dan.client)).toBe('Ann Ben Cleo Dan Eve | figures | 5/5');
    const { applicationEvaluation } = await Dan.client.ask('query($a: ID!) { applicationEvaluation(applicationId: $a) { comparison { verdicts { person { displayName } } cells { ratings { person { displayName } } } } } }', { a: given.applicationId });
    expect(JSON.stringify(applicationEvaluation)).not.toContain('Dan'); // what an observer rates enters no figure
  });

  it('closes again for a late joiner, for everybody’s figures while that one is due, and for whoever takes another seat', async () => {
    const { org, see, submit, people, given, interviews } = await cast();
    const manager = given.requisition.manager.client;
    for (const [name, sitting] of [['Ann', 0], ['Ben', 1], ['Cleo', 0], ['Cleo', 1], ['Eve', 1]] as const) await submit(name, sitting);
    const fay = await hiring.giveInterviewer(org, 'Fay');
    await manager.run('addToPanel', { interviewId: interviews[0], personId: fay.personId, isObserver: false });
    expect(await see(fay.client)).toBe('Fay* | OWN_SCORECARD_DUE | 5/6');
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo Eve | PANEL_INCOMPLETE | 5/6');
    expect(await see(manager)).toBe('Ann Ben Cleo Eve | PANEL_INCOMPLETE | 5/6');

    await manager.run('addToPanel', { interviewId: interviews[1], personId: people.Ann.personId, isObserver: false });
    expect(await see(people.Ann.client)).toBe('Ann Ann* | OWN_SCORECARD_DUE | 5/7');
    await hiring.submitScorecard(people.Ann.client, interviews[1] ?? '', { note: 'secret of Ann' });
    const { applicationEvaluation } = await manager.ask('query($a: ID!) { applicationEvaluation(applicationId: $a) { scorecards { interviewId isAfterSeeingOthers person { displayName } } } }', { a: given.applicationId });
    const marked = applicationEvaluation.scorecards.filter((one: { isAfterSeeingOthers: boolean }) => one.isAfterSeeingOthers);
    expect(marked).toEqual([{ interviewId: interviews[1], isAfterSeeingOthers: true, person: { displayName: 'Ann' } }]); // Ann had read the others before

    await hiring.submitScorecard(fay.client, interviews[0] ?? '', { note: 'secret of Fay' });
    expect(await see(fay.client)).toBe('Ann Ben Cleo Eve Fay | figures | 7/7');
  });

  it('takes others’ judgement from whoever is removed, keeps theirs, and counts it only if that was recorded', async () => {
    const { see, submit, people, given, interviews } = await cast();
    const { client } = given.requisition.manager;
    for (const [name, sitting] of [['Ann', 0], ['Ben', 1], ['Cleo', 0], ['Cleo', 1]] as const) await submit(name, sitting);
    const remove = (name: keyof Cast['people'], sitting: number, isCounted: boolean) =>
      client.run('removeFromPanel', { interviewId: interviews[sitting], personId: people[name].personId, reason: 'Left the project', isCounted });
    expect(await see(client)).toBe('Ann Ben Cleo | PANEL_INCOMPLETE | 4/5');
    await remove('Eve', 1, true); // a draft never counts, whatever is said
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 4/4');
    await remove('Ben', 1, true);
    expect(await see(people.Ben.client)).toBe('nothing');
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 4/4');
    await remove('Ann', 0, false);
    expect(await see(people.Ann.client)).toBe('nothing');
    expect(await see(client)).toBe('Ann Ben Cleo | figures | 3/3');
    const { applicationEvaluation } = await client.ask('query($a: ID!) { applicationEvaluation(applicationId: $a) { comparison { verdicts { person { displayName } } } } }', { a: given.applicationId });
    expect(applicationEvaluation.comparison.verdicts.map((one: { person: { displayName: string } }) => one.person.displayName).sort()).toEqual(['Ben', 'Cleo', 'Cleo']);
    expect(await client.refused('removeFromPanel', { interviewId: interviews[0], personId: people.Ann.personId, reason: 'Left the project', isCounted: true })).toMatchObject({ code: 'REMOVED_FROM_PANEL' });
    expect(await client.refused('removeFromPanel', { interviewId: interviews[0], personId: people.Cleo.personId, reason: 'no', isCounted: true })).toMatchObject({ code: 'EVALUATION_REASON_TOO_SHORT', field: 'input.reason' });
    expect(await client.refused('removeFromPanel', { interviewId: interviews[0], personId: people.Eve.personId, reason: 'Left the project', isCounted: true })).toMatchObject({ code: 'SEAT_NOT_HELD' });
    expect(await client.refused('addToPanel', { interviewId: interviews[0], personId: people.Ann.personId, isObserver: false })).toMatchObject({ code: 'PANEL_SEAT_TAKEN' });
  });

  it('binds the hiring manager on the panel, and whoever has lost the grant of interviewers, until the own scorecard is submitted', async () => {
    const org = await app.organisation();
    const manager = await hiring.giveManager(org);
    const requisition = await hiring.giveRequisition(org, { manager });
    const ann = await hiring.giveInterviewer(org, 'Ann');
    await hiring.givePlan(requisition, [{ raters: [ann.personId, manager.personId] }]);
    const given = await hiring.giveApplication(requisition);
    const [interviewId = ''] = await hiring.giveInterviews(given);
    await hiring.submitScorecard(ann.client, interviewId, { note: 'secret of Ann' });
    const see = (client: Client) => sight(client, given, ['Ann', 'Hanna Manager']);
    expect(await see(manager.client)).toBe('Hanna Manager* | OWN_SCORECARD_DUE | 1/2');
    await org.admin.run('takeGrant', { memberId: manager.client.memberId, grant: 'INTERVIEWER' });
    const paths = await manager.client.ask(`query($a: ID!) { applicationEvaluation(applicationId: $a) { withheld scorecards { content { summary } } comparison { fit { share } } } }`, { a: given.applicationId });
    expect(paths.applicationEvaluation.withheld).toBe('OWN_SCORECARD_DUE');
    expect(JSON.stringify(paths)).not.toContain('secret of Ann');
    await app.database.write({ organisationId: org.id, actor: null, requestId: 'test' }, async (unit) => {
      if (manager.client.memberId !== null) await addGrant(unit, manager.client.memberId, 'INTERVIEWER', null);
      return ok(null);
    });
    await hiring.submitScorecard(manager.client, interviewId, { note: 'secret of Hanna Manager' });
    expect(await see(manager.client)).toBe('Ann Hanna Manager | figures | 2/2');
  });

  it('opens at the commit of the own submission and not with a draft, however full', async () => {
    const { see, submit, people, interviews } = await cast();
    await submit('Ann', 0);
    const draft = await hiring.draftScorecard(people.Ben.client, interviews[1] ?? '', { note: 'secret of Ben' });
    const text = JSON.stringify(await people.Ben.client.ask('{ myInterviews { nodes { seats { hasSubmitted } application { evaluation { scorecards { content { summary } } } } } } }'));
    expect(text).not.toContain('secret of Ann');
    const { evaluation } = await people.Ben.client.run('submitScorecard', draft, 'evaluation { scorecards { person { displayName } } }');
    expect(evaluation.scorecards.map((one: { person: { displayName: string } }) => one.person.displayName)).toEqual(['Ann', 'Ben']);
    expect(await see(people.Ben.client)).toBe('Ann Ben | PANEL_INCOMPLETE | 2/5');
  });

  it('holds for debrief and decision: a scorecard that was waived keeps its author blind for good', async () => {
    const { see, submit, people, given, interviews, auditor } = await cast();
    const { client } = given.requisition.manager;
    for (const [name, sitting] of [['Ann', 0], ['Ben', 1], ['Cleo', 0], ['Cleo', 1]] as const) await submit(name, sitting);
    const { interview } = await client.ask('query($i: ID!) { interview(id: $i) { seats { scorecardId hasSubmitted person { displayName } } } }', { i: interviews[1] });
    const due = interview.seats.find((seat: { hasSubmitted: boolean }) => !seat.hasSubmitted);
    expect(due.person.displayName).toBe('Eve');
    await hiring.holdDebrief(given, [people.Ann.personId], [{ scorecardId: due.scorecardId, reason: 'Fell ill' }]);
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo | figures debrief | 4/5');
    expect(await see(people.Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 4/5');
    await hiring.giveDecision(given, { ...hiring.ACCEPT, reasonCodes: ['GAP_WITH_GROWTH_PLAN'], reason: 'One must-have was not assessed; a plan covers it.', conditions: 'A growth plan with Ben' });
    expect(await see(client)).toBe('Ann Ben Cleo | figures debrief decision | 4/5');
    expect(await see(auditor)).toBe('Ann Ben Cleo | figures debrief decision | 4/5');
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo | figures debrief | 4/5'); // interviewers do not read the decision
    expect(await see(people.Eve.client)).toBe('Eve* | OWN_SCORECARD_DUE | 4/5');
    const draft = await people.Eve.client.ask('{ myInterviews { nodes { myScorecard { id version } } } }');
    const { id, version } = draft.myInterviews.nodes[0].myScorecard;
    expect(await people.Eve.client.refused('submitScorecard', { scorecardId: id, version })).toMatchObject({ code: 'EVALUATION_CLOSED' });
    await client.run('hireCandidate', { applicationId: given.applicationId, version: await hiring.versionOf(given), startOn: '2027-01-04' });
    const eve = await people.Eve.client.ask('query($a: ID!, $r: ID!) { application(id: $a) { stage history { toStage } } hired: applications(stage: HIRED) { totalCount } requisition(id: $r) { pipeline { stage count } } }', { a: given.applicationId, r: given.requisition.requisitionId });
    expect(eve.application.stage).toBe('DECIDED'); // that somebody was hired tells what others thought
    expect(JSON.stringify(eve.application.history)).not.toContain('HIRED');
    expect(eve.hired.totalCount).toBe(0);
    expect(eve.requisition.pipeline.find((one: { stage: string }) => one.stage === 'HIRED').count).toBe(0);
  });

  it('holds in the audit trail: it tells who did what, and nothing of what was judged', async () => {
    const { submit, people, given } = await cast();
    await submit('Ann', 0);
    await submit('Ben', 1);
    const { auditEvents } = await people.Eve.client.ask('{ auditEvents(first: 100) { nodes { type data } } }');
    const text = JSON.stringify(auditEvents);
    expect(text).toContain('ScorecardSubmitted');
    expect(text).toContain(given.applicationId);
    expect(text).not.toMatch(/secret|STRONG_NO|"YES"|"level"|"verdict"/);
  });

  it('leaves the stranger with nothing: other managers, interviewers without a seat, employees', async () => {
    const { org, see, submit } = await cast();
    await submit('Ann', 0);
    expect(await see((await hiring.giveManager(org, 'Otto Other')).client)).toBe('nothing');
    expect(await see((await hiring.giveInterviewer(org, 'Gil')).client)).toBe('nothing');
    const employee = await givePerson(org);
    const answer = await employee.client.send('query($a: ID!) { applicationEvaluation(applicationId: $a) { withheld } }', { a: org.id });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a conflict of interest', () => {
  it('closes everything on every path, the own scorecard included, for interviewers, hiring managers, auditors and administrators', async () => {
    const { org, see, submit, people, given, interviews } = await cast();
    const { candidateId, applicationId } = given;
    await submit('Ann', 0);
    const { scorecardId, version } = await hiring.draftScorecard(people.Ben.client, interviews[1] ?? '', { note: 'secret of Ben' });
    const auditor = await givePerson(org, { grants: ['AUDITOR', 'ORGANISATION_ADMIN'] });
    for (const who of [people.Ann, people.Ben, auditor]) await given.requisition.manager.client.run('declareRelation', { candidateId, personId: who.personId, kind: 'FAMILY' });
    expect(await see(people.Ann.client)).toBe('nothing');
    expect(await see(auditor.client)).toBe('nothing');
    expect((await people.Ann.client.ask('{ myInterviews { totalCount } }')).myInterviews.totalCount).toBe(0);
    const interview = await people.Ann.client.ask('query($i: ID!, $r: ID!) { interview(id: $i) { id } requisition(id: $r) { id } }', { i: interviews[0], r: given.requisition.requisitionId });
    expect(interview).toEqual({ interview: null, requisition: null });
    expect(await people.Ben.client.refused('submitScorecard', { scorecardId, version })).toMatchObject({ code: 'NOT_FOUND', field: 'input.scorecardId' });
    await given.requisition.manager.client.run('declareRelation', { candidateId, kind: 'FAMILY' });
    expect(await see(given.requisition.manager.client)).toBe('nothing');
    for (const [mutation, input] of [
      ['moveApplication', { applicationId, version: 1, stage: 'DEBRIEF' }],
      ['scheduleInterviews', { applicationId }],
      ['addToPanel', { interviewId: interviews[0], personId: auditor.personId, isObserver: false }],
      ['recordDebrief', { applicationId, notes: 'x', attendeeIds: [auditor.personId], waivers: [] }],
      ['decide', { applicationId, version: 1, ...hiring.DECLINE }],
      ['hireCandidate', { applicationId, version: 1, startOn: '2027-01-04' }],
    ] as const)
      expect([mutation, (await given.requisition.manager.client.refused(mutation, input)).code]).toEqual([mutation, 'NOT_FOUND']);
  });
});
