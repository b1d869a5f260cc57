import type { AnsweredKind } from '../../../src/adapters/postgres/answer-codec';

// Answers as they were stored before they had a version. They stay as they are.

const one = { id: '7f6c1a52-92a5-4f0e-9d1c-5b7c1a3f0001', version: 7 };
const other = { id: '7f6c1a52-92a5-4f0e-9d1c-5b7c1a3f0002', version: 1 };
const offer = {
  name: 'March price',
  price: { minor: 499, currency: 'USD' },
  window: { start: '2026-03-01', end: '2026-04-01' },
  devices: ['tv', 'mobile'],
};
const open = { ...offer, name: 'Library', window: { start: '2026-04-01', end: null } };
const license = { ...one, offers: [offer, open] };
const importDecided = { importId: one.id, revision: 3 };
const exportOrdered = { exportId: one.id };

/** One answer of each kind; of a kind with parts that can be absent, with them. */
export const FORMER_ANSWERS: Readonly<Record<AnsweredKind, object>> = {
  'grant-license': license,
  'generate-offers': license,
  'replace-offer': { ...one, offers: [open] },
  'rearrange-offers': license,
  'withdraw-offers': { ...one, offers: [] },
  'amend-license': { ...one, offers: [] },
  'apply-change': license,
  'undo-change': license,
  'close-license': { ...one, offers: [] },
  'close-licenses': { closed: [one, other] },
  'reopen-licenses': { reopened: [one, other] },
  'change-licenses': { changed: [one, other] },
  'undo-licenses': { changed: [one, other] },
  'copy-license': license,
  'undo-license-copy': { ...one, offers: [] },
  'register-title': other,
  'correct-title': one,
  'assign-offer': one,
  'unassign-offer': one,
  'move-assignment': one,
  'assign-titles': { assigned: [one, other] },
  'unassign-titles': { assigned: [one] },
  'take-down-title': one,
  'bring-title-back': one,
  'take-down-titles': { assigned: [one, other] },
  'undo-takedowns': { assigned: [one, other] },
  'close-title': one,
  'reopen-title': one,
  'record-contract': { ...other, licenses: [one] },
  'correct-contract': one,
  'close-contract': { ...one, licenses: [other] },
  'reopen-contract': { ...one, licenses: [other] },
  'record-price-table': other,
  'change-prices': one,
  'remove-price-day': one,
  'undo-prices': one,
  'upload-import': { importId: one.id, revision: 1 },
  'change-import-rules': importDecided,
  'leave-out-of-import': importDecided,
  'commit-import': importDecided,
  'cancel-import': importDecided,
  'undo-import': importDecided,
  'make-export': exportOrdered,
  'cancel-export': exportOrdered,
  'export-rejected-rows': exportOrdered,
};
