import fc from 'fast-check';
import { expect, it } from 'vitest';
import { availabilityOf } from '../../../../src/domain/content/availability';
import { checksOf } from '../../../../src/domain/content/checks';
import { aQuestion, someRights } from '../../../builders/random-rights';

it('one check fails, those before it passed and none after it was reached', () => {
  fc.assert(
    fc.property(someRights, aQuestion, (rights, question) => {
      for (const span of availabilityOf(rights, question).spans) {
        const states = checksOf(span.available ? null : span.obstacle, question).map(
          ({ state }) => state,
        );
        const failed = states.indexOf('failed');
        if (span.available) expect(new Set(states)).toEqual(new Set(['passed']));
        else
          expect(states).toEqual(
            states.map((_, place) =>
              place === failed ? 'failed' : place < failed ? 'passed' : 'not-reached',
            ),
          );
      }
    }),
  );
});

it('a check that failed is one that the rights really fail', () => {
  fc.assert(
    fc.property(someRights, aQuestion, (rights, question) => {
      for (const span of availabilityOf(rights, question).spans) {
        if (span.available) continue;
        const check = checksOf(span.obstacle, question).find(({ state }) => state === 'failed');
        const there = rights.licenses.filter(
          ({ rightsType, territories }) =>
            rightsType === question.rightsType && territories.includes(question.territory),
        );
        const forDevice = there.filter(({ devices }) => devices.includes(question.device));
        const isClosed = rights.closing !== null;
        expect(check?.check === 'in-catalog').toBe(isClosed);
        if (isClosed) continue;
        expect(check?.check === 'licensed-there').toBe(there.length === 0);
        if (there.length === 0 || check?.check === 'not-taken-down') continue;
        expect(check?.check === 'licensed-for-device').toBe(forDevice.length === 0);
      }
    }),
  );
});

it('the language is checked where one is asked for', () => {
  expect(checksOf(null, {}).map(({ check }) => check)).not.toContain('in-language');
  const [language] = fc.sample(
    aQuestion.filter((question) => question.language !== undefined).map((one) => one.language),
    1,
  );
  expect(checksOf(null, { language }).map(({ check }) => check)).toContain('in-language');
});
