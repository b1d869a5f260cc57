import type { Refusal } from '../refusal';
import * as z from 'zod';
import type { MoneyData } from '../../src/domain/values/money';
import type { ImportView } from '../../src/service/import/import-views';
import { deviceSet } from '../../src/domain/values/device';
import { Money } from '../../src/domain/values/money';
import { shortText } from '../../src/domain/values/text';
import { FileName } from '../../src/wire/file-name';
import { checked, identity, several, typed } from '../../src/wire/forms/typed';

/** The revision that somebody looked at. It is required: a missing one never means "whatever it is now". */
const revision = z
  .int({ error: 'This form is not valid. Reload the page.' })
  .min(0, 'This revision does not exist. Reload the page.')
  .max(2_147_483_647, 'This revision does not exist. Reload the page.');

const decision = { importId: identity, revision };

export const cancelInput = z.strictObject({ importId: identity });

export const undoInput = z.strictObject(decision);

export const commitInput = z.strictObject({ ...decision, mode: z.enum(['file', 'license']) });

/** What a price without an amount is worth, as typed; '' for what is not known yet. */
const typedPrice = z.strictObject({ key: typed, amount: typed, currency: typed });

const typedRules = z.strictObject({
  endDates: z.enum(['inclusive', 'exclusive']),
  sameDayHandover: z.enum(['hand-over', 'refuse']),
  reductions: z.enum(['split', 'refuse']),
  formats: z.enum(['refuse', 'best-format']),
  licenses: z.enum(['propose', 'existing']),
  currency: typed,
  devices: several,
  /** '' for the studio's only contract. */
  contract: typed,
  /** Those of the file, and those that are known from earlier files. */
  licensees: z.array(z.strictObject({ name: typed, isUs: z.boolean() })).max(1_000, 'Too many.'),
  prices: z.array(typedPrice).max(1_000, 'Too many.'),
});

/** The rules of an import as their form has them. */
export const changeRulesInput = z
  .strictObject({ ...decision, rules: typedRules })
  .transform(({ rules, ...rest }, context) => {
    const currency = checked(
      context,
      ['rules', 'currency'],
      () => Money.of(0, rules.currency.trim()).currency,
    );
    const devices = checked(context, ['rules', 'devices'], () => deviceSet(rules.devices));
    const contract =
      rules.contract.trim() === ''
        ? null
        : checked(context, ['rules', 'contract'], () =>
            shortText(rules.contract, 'contract', 'A reference number'),
          );
    const prices = pricesOf(context, rules.prices);
    if (currency === undefined || devices === undefined || contract === undefined) return z.NEVER;
    const licensees = Object.fromEntries(rules.licensees.map(({ name, isUs }) => [name, isUs]));
    return { ...rest, rules: { ...rules, currency, devices, contract, licensees, prices } };
  });

function pricesOf(
  context: z.core.$RefinementCtx,
  typedPrices: readonly TypedPrice[],
): Record<string, MoneyData> {
  const prices: Record<string, MoneyData> = {};
  for (const [place, { key, amount, currency }] of typedPrices.entries()) {
    if (amount.trim() === '') continue;
    const price = checked(context, ['rules', 'prices', place, 'amount'], () =>
      Money.parse(amount, currency),
    );
    if (price !== undefined) prices[key] = price.toData();
  }
  return prices;
}

/** An upload as its address states it. */
export const uploadInput = z.object({ importId: identity, fileName: FileName });

export type TypedPrice = z.input<typeof typedPrice>;
export type TypedRules = z.input<typeof typedRules>;
export type ChangeRulesInput = z.input<typeof changeRulesInput>;
export type CommitInput = z.input<typeof commitInput>;
export type CancelInput = z.input<typeof cancelInput>;
export type UndoInput = z.input<typeof undoInput>;

/** What a decision about an import is answered with. Refusals are values; only bugs throw. */
export type ImportAnswer =
  /** It is stored, together with the job that carries it out. */
  { readonly status: 'accepted'; readonly replayed: boolean } | Refusal;

/** Where an import is at the moment. */
export type ImportMoment = Pick<ImportView, 'state' | 'progress'>;
