/** Why this file exists: what applicants see of their application and data, by example. */
import {
  applicantMayWithdraw,
  consentFault,
  maskedEmail,
  maskedPhone,
  promiseFault,
  stageForApplicant,
} from './applicant-view.js';
import { APPLICATION_STAGES } from './application.js';
import { ADVERT_FORM, partsOf, STATUS_LINK_FORM } from './public-address.js';

describe('what an applicant sees', () => {
  it('never tells a hire from another decision', () => {
    expect(APPLICATION_STAGES.filter((stage) => stageForApplicant(stage) !== stage)).toEqual(['HIRED']);
    expect(stageForApplicant('HIRED')).toBe('DECIDED');
    expect(applicantMayWithdraw('HIRED')).toBe(applicantMayWithdraw('DECIDED'));
  });
  it('allows to withdraw until a person has decided', () => {
    expect(APPLICATION_STAGES.filter(applicantMayWithdraw)).toEqual(['APPLIED', 'SCREEN', 'INTERVIEWING', 'DEBRIEF']);
  });
  it.each([
    ['elif.kaya@mail.example', 'e…@mail.example'],
    ['a@b', 'a…@b'],
    ['"odd@name"@mail.example', '"…@mail.example'],
    ['no address', '…'],
    ['@', '…'],
    [null, null],
  ])('shows the address %s as %s', (email, shown) => {
    expect(maskedEmail(email)).toBe(shown);
  });
  it.each([
    ['+49 171 5550123', '… 23'],
    ['12345', '…'],
    ['', '…'],
    [null, null],
  ])('shows the number %s as %s', (phone, shown) => {
    expect(maskedPhone(phone)).toBe(shown);
  });
});

describe('days', () => {
  it('of a promise lie between today and a year ahead, both included', () => {
    expect(promiseFault('2026-11-02', '2026-11-02')).toBeNull();
    expect(promiseFault('2027-11-02', '2026-11-02')).toBeNull();
    expect(promiseFault('2026-11-01', '2026-11-02')).toMatch(/today or later/);
    expect(promiseFault('2027-11-03', '2026-11-02')).toMatch(/365/);
  });
  it('of a consent are not ahead, and of its end not behind; either may be absent', () => {
    const today = '2026-11-02';
    expect(consentFault({ consentedOn: today, keepUntil: today }, today)).toBeNull();
    expect(consentFault({ consentedOn: null, keepUntil: null }, today)).toBeNull();
    expect(consentFault({ consentedOn: '2026-11-03', keepUntil: null }, today)?.field).toBe('consentedOn');
    expect(consentFault({ consentedOn: null, keepUntil: '2026-11-01' }, today)?.field).toBe('keepUntil');
  });
});

describe('an address and a token', () => {
  it.each([ADVERT_FORM, STATUS_LINK_FORM])('fill 48 bytes, which are 64 characters: %j', (form) => {
    const parts = partsOf(new Uint8Array(48), form);
    expect([parts?.organisation.length, parts?.body.length, parts?.mark.length]).toEqual([
      16,
      form.bodyBytes,
      form.markBytes,
    ]);
    expect(partsOf(new Uint8Array(47), form)).toBeNull();
    expect(partsOf(new Uint8Array(49), form)).toBeNull();
  });
  it('carry at least 128 bits that nobody can guess', () => {
    expect(STATUS_LINK_FORM.bodyBytes * 8).toBeGreaterThanOrEqual(128);
    expect(ADVERT_FORM.markBytes * 8).toBeGreaterThanOrEqual(128);
  });
});
