import type { ImportStep } from '../../../src/domain/avails/planning/import-plan';
import type { StoredChange } from '../../../src/adapters/postgres/stored/stored-changes';

// Lines as they were written before stored values had a version. They stay as they are.

const march = {
  name: 'March price',
  price: { minor: 499, currency: 'USD' },
  window: { start: '2026-03-01', end: '2026-04-01' },
  devices: ['tv', 'mobile'],
};
const open = { ...march, name: 'Library', window: { start: '2026-04-01', end: null } };
const slate = {
  name: 'Slate 2026',
  notes: '',
  terms: {
    rightsType: 'TVOD',
    territories: ['CA', 'US'],
    devices: ['tv', 'mobile'],
    window: { start: '2026-01-01', end: null },
  },
};
const ended = {
  ...slate,
  notes: 'Ends by letter.',
  terms: { ...slate.terms, window: { start: '2026-01-01', end: '2027-01-01' } },
};
const deal = { studio: 'Harbor Pictures', reference: 'HP-7', signedOn: '2025-11-30', notes: '' };
const movie = {
  title: 'Quiet Harbor',
  kind: 'movie',
  studio: 'Harbor Pictures',
  releaseYear: 2024,
  parentId: null,
  position: null,
  identifiers: [{ scheme: 'house', value: '7' }],
  notes: '',
};
const licenseId = '7f6c1a52-92a5-4f0e-9d1c-5b7c1a3f0001';
const contractId = '7f6c1a52-92a5-4f0e-9d1c-5b7c1a3f0002';
const contentId = '7f6c1a52-92a5-4f0e-9d1c-5b7c1a3f0003';
const inMarch = { licenseId, licenseName: 'Slate 2026', offer: march };
const later = { licenseId, licenseName: 'Slate 2026', offer: open };

const endOfMarch = {
  closing: { kind: 'ended', reason: 'Contract expired' },
  before: { startsOn: '2026-01-01', endsOn: null },
  after: { startsOn: '2026-01-01', endsOn: '2026-04-01' },
  replaced: {
    before: open,
    after: { ...open, window: { start: '2026-04-01', end: '2026-05-01' } },
  },
  offers: [],
};
const disputed = {
  number: 3,
  days: { startsOn: '2026-07-01', endsOn: null },
  territories: ['AT', 'CH'],
  rightsTypes: null,
  reason: 'Rights dispute',
};

const tierInCanada = {
  tier: 'Tier 1',
  rightsType: 'EST',
  kind: 'SRP',
  format: 'UHD',
  territory: 'CA',
  currency: 'CAD',
};

/** One line of history of each kind; of a kind with parts that can be absent, with them. */
export const FORMER_CHANGES: Readonly<Record<StoredChange['kind'], object>> = {
  'license-granted': { kind: 'license-granted', details: slate, offers: [march, open] },
  'offers-generated': { kind: 'offers-generated', offers: [march, open] },
  'offers-withdrawn': { kind: 'offers-withdrawn', offers: [open] },
  'offer-replaced': { kind: 'offer-replaced', before: march, after: { ...march, name: 'Sale' } },
  'offers-rearranged': {
    kind: 'offers-rearranged',
    replaced: [{ before: march, after: { ...march, name: 'Sale' } }],
    added: [
      { offer: open, titlesOf: march },
      { offer: open, titlesOf: null },
    ],
    withdrawn: [open],
  },
  'license-amended': { kind: 'license-amended', before: slate, after: ended },
  'license-closed': { kind: 'license-closed', ...endOfMarch },
  'license-reopened': {
    kind: 'license-reopened',
    ...endOfMarch,
    before: endOfMarch.after,
    after: endOfMarch.before,
    replaced: null,
  },
  'contract-recorded': { kind: 'contract-recorded', details: deal },
  'contract-corrected': {
    kind: 'contract-corrected',
    before: deal,
    after: { ...deal, reference: 'HP-8' },
  },
  'price-table-recorded': {
    kind: 'price-table-recorded',
    studio: 'Harbor Pictures',
    prices: [{ ...tierInCanada, startsOn: '2026-01-01', price: 1499 }],
  },
  'prices-changed': {
    kind: 'prices-changed',
    prices: [
      { ...tierInCanada, startsOn: '2027-01-01', price: 1699, before: null },
      {
        ...{ ...tierInCanada, format: null, territory: null, startsOn: '2026-01-01' },
        ...{ price: 'not-sold', before: 'same' },
      },
    ],
  },
  'contract-closed': {
    kind: 'contract-closed',
    closing: { kind: 'void', reason: 'Recorded twice', licenses: [licenseId] },
  },
  'contract-reopened': {
    kind: 'contract-reopened',
    closing: { kind: 'void', reason: 'Recorded twice', licenses: [licenseId] },
    licenses: [licenseId],
  },
  'content-registered': {
    kind: 'content-registered',
    details: movie,
    assignment: inMarch,
    further: [later],
  },
  'content-corrected': {
    kind: 'content-corrected',
    before: movie,
    after: { ...movie, title: 'The Quiet Harbor' },
  },
  'offer-assigned': { kind: 'offer-assigned', assignment: later },
  'offers-unassigned': { kind: 'offers-unassigned', assignments: [later] },
  'assignment-moved': { kind: 'assignment-moved', from: inMarch, to: later },
  'offers-reassigned': { kind: 'offers-reassigned', taken: [inMarch], given: [later] },
  'contract-removed': { kind: 'contract-removed', name: 'Harbor Pictures HP-7' },
  'license-removed': { kind: 'license-removed', name: 'Slate 2026' },
  'title-taken-down': { kind: 'title-taken-down', takedown: disputed },
  'title-brought-back': {
    kind: 'title-brought-back',
    before: disputed,
    from: '2026-09-01',
    after: { ...disputed, days: { startsOn: '2026-07-01', endsOn: '2026-09-01' } },
  },
  'title-closed': {
    kind: 'title-closed',
    closing: { kind: 'retired', reason: 'Rights reverted' },
    assignments: [],
  },
  'title-reopened': {
    kind: 'title-reopened',
    closing: { kind: 'void', reason: 'Recorded twice' },
    assignments: [],
  },
  'content-removed': { kind: 'content-removed', name: 'Quiet Harbor' },
};

/** One step of a plan of each kind. */
export const FORMER_STEPS: Readonly<Record<ImportStep['kind'], object>> = {
  'record-contract': { kind: 'record-contract', contractId, details: deal },
  'grant-license': { kind: 'grant-license', licenseId, contractId, details: slate },
  'amend-license': { kind: 'amend-license', licenseId, details: ended },
  'generate-offers': { kind: 'generate-offers', licenseId, offers: [march] },
  'replace-offer': { kind: 'replace-offer', licenseId, before: march, after: open },
  'withdraw-offers': { kind: 'withdraw-offers', licenseId, offers: [march] },
  'arrange-titles': {
    kind: 'arrange-titles',
    titles: [
      {
        contentId,
        details: movie,
        give: [{ licenseId, offer: open }],
        take: [{ licenseId, startsOn: '2026-03-01' }],
        isContainer: false,
      },
    ],
  },
  'take-down-title': {
    kind: 'take-down-title',
    contentId,
    plan: {
      startsOn: '2026-07-01',
      endsOn: '2026-09-01',
      territories: ['AT', 'CH'],
      rightsTypes: ['TVOD'],
      reason: 'Deleted by the avails of Harbor Pictures (slate.xlsx)',
    },
  },
  'bring-title-back': {
    kind: 'bring-title-back',
    contentId,
    takedown: 3,
    from: '2026-08-01',
  },
};
