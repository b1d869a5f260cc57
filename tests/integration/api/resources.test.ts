import { expect, it } from 'vitest';
import { testDatabase } from '../support';
import { resourcesOn } from './resources/resources';
import { availabilityAndHistorySuite } from './resources/availability-and-history';
import { closingsSuite } from './resources/closings';
import { contentSuite } from './resources/content';
import { contractsSuite } from './resources/contracts';
import { importsAndExportsSuite } from './resources/imports-and-exports';
import { licensesSuite } from './resources/licenses';
import { pricePlansSuite } from './resources/price-plans';
import { priceTablesSuite } from './resources/price-tables';
import { takedownsSuite } from './resources/takedowns';

const database = await testDatabase();
const resources = await resourcesOn(database);
const { api } = resources;

priceTablesSuite(resources);
pricePlansSuite(resources);
contractsSuite(resources);
licensesSuite(resources);
contentSuite(resources);
takedownsSuite(resources);
closingsSuite(resources);
availabilityAndHistorySuite(resources);
importsAndExportsSuite(resources, database);

it('was called for every operation, and responded as documented', () => {
  const answered = new Set(
    [...api.seen].filter((name) => / 2\d\d$/.test(name)).map((name) => name.slice(0, -4)),
  );
  expect(api.operations.filter((operation) => !answered.has(operation))).toEqual([]);
});
