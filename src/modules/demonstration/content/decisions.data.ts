/** Why this file exists: what was said in two debriefs, and the one decision that was taken. */

export const DEBRIEFS = [
  {
    applicant: 'elif',
    day: -49,
    time: '14:00',
    attendees: ['marta', 'tomasz', 'kwame', 'beatriz'],
    notes: [
      'Release gate and failure behaviour: agreed above the bar, with the same examples from two sittings.',
      'Change control: rated 2. Beatriz Nogueira holds that a senior engineer on a class C item must bring this; Tomasz Zieliński and Kwame Mensah hold that it can be learned here within two quarters beside the quality lead.',
      'Not assessed: delivery path (time), and the must-haves that no sitting of our plan covers: data pipelines, incident response, working across functions.',
      'Nothing else was talked about. No one changed a rating afterwards.',
    ].join('\n'),
  },
  {
    applicant: 'amara',
    day: -6,
    time: '14:00',
    attendees: ['marta', 'tomasz', 'kwame', 'beatriz'],
    notes: [
      'Release strategies: 4 in depth, 2 in design. The depth item asks for the gate, the design item for sites; both ratings stand against their anchors.',
      'Evaluation: 4 in depth, 2 in regulated delivery. Beatriz Nogueira will not read one remark as a habit; Tomasz Zieliński saw the opposite. Worth one question in the reference talk.',
      'System design on premises is the open point for this job; strength on change control is rare.',
      'Decision to follow from Marta Lindqvist.',
    ].join('\n'),
  },
] as const;

export const ACCEPTED = {
  applicant: 'elif',
  day: -48,
  time: '10:15',
  reason:
    'Review, rebuilding and release gate were shown above the bar, failure behaviour at it, by two interviewers independently. Change control was shown one level below what the job asks and three must-haves were not assessed. We accept with a dated growth plan for change control, incident response and pipelines, beside the quality lead and a named mentor; no sole on-call until incident response is verified.',
  conditions: 'Growth plan agreed within the first month; mentor Tomasz Zieliński; secondary on-call only until then.',
  dissent: {
    by: 'beatriz',
    text: 'I would not accept at senior level with change control at this rating. The first change under her name is planned for spring; a plan on paper does not sign it. I would offer the rung below, or wait.',
  },
  hired: { day: -46, time: '09:40', team: 'platform', manager: 'marta', startDay: -21 },
} as const;
