import { describe, expect, it } from 'vitest';
import { fieldAt } from '../../../../app/forms/field-at';

describe('the name that a form has for a place in what it sent', () => {
  it.each([
    ['contractId', {}, 'contractId'],
    ['details.name', { part: 'details' }, 'name'],
    ['details.identifiers.2.value', { part: 'details' }, 'identifiers.2.value'],
    ['licenseId', { part: 'details' }, null],
    ['detailsOfAnother.name', { part: 'details' }, null],
    ['details', { part: 'details' }, null],
    ['details.name', { within: 'details' }, 'name'],
    ['contractId', { within: 'details' }, 'contractId'],
    ['first.offer', { within: 'details' }, 'first.offer'],
    ['plan.offers.0.price', { part: 'plan', within: 'offers.0' }, 'price'],
    ['plan.offers.1.price', { part: 'plan', within: 'offers.0' }, 'offers.1.price'],
    ['plan.start', { part: 'plan' }, 'start'],
  ])('%s, %o: %s', (place, form, name) => {
    expect(fieldAt(place, form)).toBe(name);
  });
});
