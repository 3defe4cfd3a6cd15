/** Why this file exists: the truth table of blindness: every reader, every path, before and after the own submission, across stages. */
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { cast } from '../../support/panel-sight.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('blindness', () => {
  it('holds for every reader on every path until the own scorecards of all stages are submitted, and figures wait for the whole panel', async () => {
    const { see, submit, people, given, auditor } = await cast(app);
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
    for (const reader of [manager, auditor, Ann.client, Ben.client, Cleo.client, Eve.client])
      expect(await see(reader)).toBe('Ann Ben Cleo Eve | figures | 5/5');
    expect(await see(Dan.client)).toBe('Dan* | OWN_SCORECARD_DUE | 5/5'); // an observer owes a scorecard like everybody

    await submit('Dan', 0);
    expect(await see(Dan.client)).toBe('Ann Ben Cleo Dan Eve | figures | 5/5');
    const { applicationEvaluation } = await Dan.client.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { comparison { verdicts { person { displayName } } cells { ratings { person { displayName } } } } } }',
      { a: given.applicationId },
    );
    expect(JSON.stringify(applicationEvaluation)).not.toContain('Dan'); // what an observer rates enters no figure
  });

  it('closes again for a late joiner, for everybody’s figures while that one is due, and for whoever takes another seat', async () => {
    const { org, see, submit, people, given, interviews } = await cast(app);
    const manager = given.requisition.manager.client;
    for (const [name, sitting] of [
      ['Ann', 0],
      ['Ben', 1],
      ['Cleo', 0],
      ['Cleo', 1],
      ['Eve', 1],
    ] as const)
      await submit(name, sitting);
    const fay = await hiring.giveInterviewer(org, 'Fay');
    await manager.run('addToPanel', { interviewId: interviews[0], personId: fay.personId, isObserver: false });
    expect(await see(fay.client)).toBe('Fay* | OWN_SCORECARD_DUE | 5/6');
    expect(await see(people.Ann.client)).toBe('Ann Ben Cleo Eve | PANEL_INCOMPLETE | 5/6');
    expect(await see(manager)).toBe('Ann Ben Cleo Eve | PANEL_INCOMPLETE | 5/6');

    await manager.run('addToPanel', { interviewId: interviews[1], personId: people.Ann.personId, isObserver: false });
    expect(await see(people.Ann.client)).toBe('Ann Ann* | OWN_SCORECARD_DUE | 5/7');
    await hiring.submitScorecard(people.Ann.client, interviews[1] ?? '', { note: 'secret of Ann' });
    const { applicationEvaluation } = await manager.ask(
      'query($a: ID!) { applicationEvaluation(applicationId: $a) { scorecards { interviewId isAfterSeeingOthers person { displayName } } } }',
      { a: given.applicationId },
    );
    const marked = applicationEvaluation.scorecards.filter(
      (one: { isAfterSeeingOthers: boolean }) => one.isAfterSeeingOthers,
    );
    expect(marked).toEqual([{ interviewId: interviews[1], isAfterSeeingOthers: true, person: { displayName: 'Ann' } }]); // Ann had read the others before

    await hiring.submitScorecard(fay.client, interviews[0] ?? '', { note: 'secret of Fay' });
    expect(await see(fay.client)).toBe('Ann Ben Cleo Eve Fay | figures | 7/7');
  });

  it('closes figures again for somebody who joins after the debrief and was not waived', async () => {
    const { org, see, submit, given, interviews } = await cast(app);
    const { client } = given.requisition.manager;
    for (const [name, at] of [
      ['Ann', 0],
      ['Ben', 1],
      ['Cleo', 0],
      ['Cleo', 1],
      ['Eve', 1],
    ] as const)
      await submit(name, at);
    await hiring.holdDebrief(given);
    expect(await see(client)).toBe('Ann Ben Cleo Eve | figures debrief | 5/5');
    const fay = await hiring.giveInterviewer(org, 'Fay');
    await client.run('addToPanel', { interviewId: interviews[0], personId: fay.personId, isObserver: false });
    expect(await see(client)).toBe('Ann Ben Cleo Eve | PANEL_INCOMPLETE | 5/6');
    const input = { applicationId: given.applicationId, version: 2, ...hiring.ACCEPT };
    expect(await client.refused('decide', input)).toMatchObject({ code: 'SCORECARDS_MISSING' });
  });
});
